package org.dimos.record.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** A program that writes a recording, one message for each byte of its input, until that ends. */
final class SlowWriter {
    private SlowWriter() {}

    public static void main(String[] arguments) throws IOException {
        try (RecordingWriter writer = RecordingWriter.createLive(Path.of(arguments[0]))) {
            RecordingStream stream = writer.stream(StreamSpec.of(Sample.STREAM, String.class));
            writer.commit();
            System.out.println("ready");
            for (long id = 1; System.in.read() >= 0; id++) {
                long nanos = Sample.START + id * 1_000_000;
                stream.append(Sample.observation(new Model(id, nanos, Optional.empty(), Map.of(), "word " + id)));
                writer.commit();
            }
        }
    }
}
