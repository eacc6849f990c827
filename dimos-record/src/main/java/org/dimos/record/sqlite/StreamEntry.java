package org.dimos.record.sqlite;

import java.util.Optional;
import org.dimos.core.message.Opaque;
import org.dimos.record.Producer;

/**
 * A stream as the file registers it.
 *
 * @param table the name of its table, checked to be safe in SQL
 * @param name its name for users
 * @param config what Python needs to know about it
 * @param javaNotes what Java adds
 * @param hasTable whether its table is there
 * @param hasBlobs whether it has a table of payloads
 * @param hasTimeIndex whether rows can be read in the order of time without sorting them
 * @param hasTotals whether the file keeps totals of its streams
 */
record StreamEntry(
        String table,
        String name,
        StreamConfig config,
        Optional<JavaNotes> javaNotes,
        boolean hasTable,
        boolean hasBlobs,
        boolean hasTimeIndex,
        boolean hasTotals) {

    /**
     * A row of {@code _dimos_streams}.
     *
     * @param originalName the name before it was made fit for a table
     * @param typeName the type outside this process
     * @param javaType the class of the payloads, empty for opaque ones
     * @param encoding how the data inside a pickled bytes object is encoded
     * @param producer who published the stream
     */
    record JavaNotes(
            String originalName, String typeName, String javaType, String encoding, Optional<Producer> producer) {

        static JavaNotes of(StreamSpec spec) {
            String javaType =
                    spec.javaType() == Opaque.class ? "" : spec.javaType().getName();
            return new JavaNotes(spec.name(), spec.typeName(), javaType, spec.codec(), spec.producer());
        }
    }
}
