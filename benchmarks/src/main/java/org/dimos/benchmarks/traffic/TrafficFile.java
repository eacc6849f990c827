package org.dimos.benchmarks.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** Makes a recording of a size, as if its sources had sent for as long as it takes, but at once. */
public final class TrafficFile {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final int COMMIT_ROWS = 500;

    private final PriorityQueue<Line<?>> lines = new PriorityQueue<>(Comparator.comparingLong(line -> line.due));

    private TrafficFile() {}

    /** Writes until the file has that many bytes. */
    public static void write(Path file, Traffic traffic, long bytes) throws IOException {
        TrafficFile made = new TrafficFile();
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            int phase = 0;
            for (Source<?> source : traffic.sources()) {
                made.lines.add(new Line<>(source, writer, START + 100_003L * phase++));
            }
            while (Files.size(file) < bytes) {
                made.append(COMMIT_ROWS);
                writer.commit();
            }
        }
    }

    private void append(int rows) {
        for (int i = 0; i < rows; i++) {
            Line<?> line = lines.remove();
            line.append();
            lines.add(line);
        }
    }

    private static final class Line<T> {
        private final Source<T> source;
        private final RecordingStream stream;
        private final long start;
        private long sent;
        private long due;

        Line(Source<T> source, RecordingWriter writer, long start) {
            this.source = source;
            this.stream = writer.stream(StreamSpec.of(source.stream(), source.type()));
            this.start = start;
            this.due = start;
        }

        void append() {
            var unused = stream.append(Observation.of(
                    source.stream(), due, due + 1_000_000, source.message().apply(due)));
            sent++;
            due = start + Math.round(sent * 1e9 / source.hertz());
        }
    }
}
