package org.dimos.record;

/**
 * How the recording of one stream goes.
 *
 * @param stream the name of the stream
 * @param stored messages in the file
 * @param lost messages counted as lost
 * @param waiting messages that wait for the disk
 * @param waitingBytes how much of the queue they take
 * @param rate messages published per second, between the last looks at least a second apart; 0 at the first
 */
public record StreamStatus(String stream, long stored, long lost, long waiting, long waitingBytes, double rate) {}
