package org.dimos.record.sqlite;

/**
 * A row whose value still holds.
 *
 * @param id its number in its stream
 * @param row what it says
 */
public record LatchedRow(long id, Row row) {}
