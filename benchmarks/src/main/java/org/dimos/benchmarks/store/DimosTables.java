package org.dimos.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** The tables and indexes of a recording, without a recorder: what the format alone costs. One thread. */
public final class DimosTables implements Contestant {

    @Override
    public String name() {
        return "dimos tables, no recorder";
    }

    @Override
    public double write(Messages messages, Path file) throws SQLException {
        long start = System.nanoTime();
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            int[] lengths = messages.lengths();
            RecordingStream[] streams = new RecordingStream[lengths.length];
            for (int kind = 0; kind < lengths.length; kind++) {
                streams[kind] = writer.stream(StreamSpec.of("bytes_" + lengths[kind], PointCloud2.class));
            }
            long batch = 0;
            for (int i = 0; i < messages.count(); i++) {
                byte[] data = messages.data(i);
                RecordingStream stream = streams[messages.kind(i)];
                long time = WholeRecorder.time(i);
                var unused = stream.append(Observation.encoded(
                        stream.spec().name(),
                        time,
                        time,
                        new Encoded("lcm", Bytes.wrap(data)),
                        WholeRecorder.UNUSED_DECODER));
                batch += data.length;
                if (batch >= BATCH_BYTES) {
                    writer.commit();
                    batch = 0;
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
