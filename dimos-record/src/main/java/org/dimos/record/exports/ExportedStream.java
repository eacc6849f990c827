package org.dimos.record.exports;

/**
 * A stream that was exported.
 *
 * @param stream the stream in the recording
 * @param form what its messages have become
 * @param messages how many were written
 * @param left how many could not be written
 */
public record ExportedStream(String stream, String form, long messages, long left) {}
