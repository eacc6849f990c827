/**
 * MCAP files as bags. They are read from front to back, so that an index is not needed; what the index knows is used to check that nothing
 * is missing and to go on behind damage. Start at {@link org.dimos.record.imports.mcap.McapFormat}.
 */
@NullMarked
package org.dimos.record.imports.mcap;

import org.jspecify.annotations.NullMarked;
