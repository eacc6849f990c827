/**
 * Feeds damaged files and messages to everything that reads what others have written. {@link org.dimos.record.fuzz.FuzzIT} runs it; an input
 * that breaks a reader is told by a seed, and becomes a test of that reader.
 */
@NullMarked
package org.dimos.record.fuzz;

import org.jspecify.annotations.NullMarked;
