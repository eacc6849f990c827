package org.dimos.record.sqlite;

/**
 * What was saved of a stream of a damaged file.
 *
 * @param name the stream
 * @param rows messages that came over
 * @param missing messages that are known to have been there and did not
 */
public record SalvagedStream(String name, long rows, long missing) {}
