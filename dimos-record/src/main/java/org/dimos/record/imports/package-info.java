/**
 * Recordings made by other programs, turned into recordings of this one. Start at
 * {@link org.dimos.record.imports.Importer}. A file format is one folder beside this file, with a
 * {@link org.dimos.record.imports.BagFormat}, and one line in {@link org.dimos.record.imports.BagFormats}; how its messages are
 * serialised is the business of {@code org.dimos.record.ros}.
 */
@NullMarked
package org.dimos.record.imports;

import org.jspecify.annotations.NullMarked;
