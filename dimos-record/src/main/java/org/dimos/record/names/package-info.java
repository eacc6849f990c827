/**
 * Which recording a name means: a file, one of the folder {@code data}, one packed for git LFS, or a run of the rolling
 * recordings. Start at {@link org.dimos.record.names.RecordingNames}.
 */
@NullMarked
package org.dimos.record.names;

import org.jspecify.annotations.NullMarked;
