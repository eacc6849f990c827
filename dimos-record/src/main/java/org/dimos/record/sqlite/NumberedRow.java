package org.dimos.record.sqlite;

/** A row and its id in its stream. */
record NumberedRow(long id, Row row) {}
