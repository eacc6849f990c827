package org.dimos.record.overview;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** Small recordings with everything that makes counting by row numbers wrong. */
final class RandomStreams {
    static final long START = 1_780_000_000_000_000_000L;
    static final long STEP = 1_000_000L;
    static final int STEPS = 500;
    static final List<String> NAMES = List.of("ordered", "mixed", "robot0/same", "empty", "camera_info");

    private RandomStreams() {}

    static void write(Path file, Random random) throws SQLException {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (String name : NAMES) {
                fill(writer.stream(StreamSpec.of(name, Long.class)), random);
            }
            long unused = writer.loss(new Loss("mixed", time(50), time(150), 100, "queue full"));
            writer.gaps(List.of(new Gap(Optional.of("ordered"), time(10), time(20))));
        }
        spoil(file, random.nextInt(5));
    }

    private static void fill(RecordingStream stream, Random random) {
        String name = stream.spec().name();
        int rows = name.equals("empty") ? 0 : random.nextInt(60);
        long time = time(random.nextInt(100));
        for (int i = 0; i < rows; i++) {
            time = switch (name) {
                case "ordered" -> time + random.nextInt(10) * STEP;
                case "mixed" -> random.nextInt(4) == 0 ? time(random.nextInt(STEPS)) + random.nextInt(999) : time + 1;
                default -> time;
            };
            long unused = stream.append(Observation.of(name, time, time, (long) i));
        }
    }

    /** What other programs leave behind. */
    private static void spoil(Path file, int how) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("ordered", "mixed", "robot0_same")) {
                switch (how) {
                    case 0 -> statement.execute("DELETE FROM \"" + table + "\" WHERE id % 5 = 2");
                    case 1 -> statement.execute("DROP INDEX \"" + table + "_ts_id\"");
                    case 2 -> statement.execute("UPDATE \"" + table + "\" SET ts = ts + 0.5 WHERE id = 3");
                    default -> {}
                }
            }
            if (how == 3) {
                statement.execute("DROP TABLE _dimos_totals");
            }
        }
    }

    static long time(int step) {
        return START + step * STEP;
    }

    /** Makes a stream of very many rows in a random order at once. */
    static void writeLarge(Path file, int rows, boolean indexed) throws SQLException {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            long unused =
                    writer.stream(StreamSpec.of("large", Long.class)).append(Observation.of("large", START, START, 1L));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                    + ") INSERT INTO large (ts, value) SELECT " + START / 1_000_000_000
                    + " + (i / 100) * 0.1 + (i * 7919 % 100) * 0.001, i FROM n");
            if (!indexed) {
                statement.execute("DROP INDEX large_ts_id");
            }
        }
    }
}
