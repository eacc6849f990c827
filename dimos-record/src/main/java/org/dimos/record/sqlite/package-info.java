/**
 * The recording as a SQLite file in the format of Python dimos: {@link org.dimos.record.sqlite.RecordingFile} reads
 * one, {@link org.dimos.record.sqlite.RecordingWriter} makes one. The format is described in
 * {@code docs/recording-format.md}.
 */
@NullMarked
package org.dimos.record.sqlite;

import org.jspecify.annotations.NullMarked;
