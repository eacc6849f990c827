package org.dimos.record.sqlite;

import java.util.List;

/**
 * What an examination found in a stream.
 *
 * @param name the stream
 * @param typeName the type of its messages
 * @param opaque whether this program does not know the type, so that payloads are not decoded
 * @param rows messages that can be read
 * @param undecodable messages whose payload is there and is not what the stream holds
 * @param withoutPayload messages whose payload is missing or cannot be read
 * @param damages places at which rows cannot be read
 * @param orphans payloads and positions that belong to no message
 * @param backwards messages that are older than the one before them
 * @param sameStamp messages with the stamp of the one before them
 * @param implausible messages before the year 2000 or after 2100
 * @param faults what is wrong, a sentence each
 * @param notes what is remarkable and not wrong, a sentence each
 */
public record StreamHealth(
        String name,
        String typeName,
        boolean opaque,
        long rows,
        long undecodable,
        long withoutPayload,
        long damages,
        long orphans,
        long backwards,
        long sameStamp,
        long implausible,
        List<String> faults,
        List<String> notes) {
    public StreamHealth {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }
}
