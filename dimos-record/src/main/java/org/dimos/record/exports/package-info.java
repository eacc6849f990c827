/**
 * Recordings turned into files of other formats, the counterpart of {@code imports}. Start at {@link
 * org.dimos.record.exports.Exporter}. A file format is one folder beside this file, with an {@link
 * org.dimos.record.exports.ExportFormat}, and one line in {@link org.dimos.record.exports.ExportFormats}.
 */
@NullMarked
package org.dimos.record.exports;

import org.jspecify.annotations.NullMarked;
