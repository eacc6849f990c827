package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dimos.record.Observation;
import org.dimos.record.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTotalsTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long MICRO = 1000;

    @TempDir
    Path folder;

    @Test
    void addsUpWhatIsInTheStream() {
        for (int seed = 0; seed < 1000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] times =
                    random.doubles(random.nextInt(1, 30), 0, 10).sorted().toArray();
            StreamTotals totals = StreamTotals.NONE;
            double shortest = Double.POSITIVE_INFINITY;
            double longest = 0;
            for (int i = 0; i < times.length; i++) {
                totals = totals.with(i + 1, times[i], i);
                double gap = i == 0 ? 0 : times[i] - times[i - 1];
                shortest = gap > 0 ? Math.min(shortest, gap) : shortest;
                longest = Math.max(longest, gap);
            }
            long bytes = (long) times.length * (times.length - 1) / 2;
            assertThat(totals)
                    .as("seed %d", seed)
                    .isEqualTo(new StreamTotals(
                            times.length, times.length, bytes, times[0], times[times.length - 1], shortest, longest));
        }
    }

    @Test
    void knowsNoGapsOnceTimesWentBackwards() {
        StreamTotals totals =
                StreamTotals.NONE.with(1, 5, 0).with(2, 3, 0).with(3, 4, 0).with(4, 6, 0);
        assertThat(totals.knowsGaps()).isFalse();
        assertThat(totals.first()).isEqualTo(3);
        assertThat(totals.last()).isEqualTo(6);
    }

    @Test
    void areWhatCountingFinds() throws SQLException {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Path file = write("random" + seed + ".db", random.longs(50, 0, 1000).toArray());
            List<StreamInfo> kept = infos(file);
            change(file, "DROP TABLE _dimos_totals");
            assertThat(infos(file)).as("seed %d", seed).isEqualTo(kept);
        }
    }

    @Test
    void areNotBelievedOnceRowsAreGone() throws SQLException {
        Path file = write("gone.db", 1, 2, 3, 5, 8);
        change(file, "DELETE FROM text WHERE id = 3", "DELETE FROM text_blob WHERE id = 3");
        assertThat(infos(file).get(0).messages()).isEqualTo(4);
        assertThat(infos(file).get(0).bytes()).isEqualTo(4 * (8 + 4));
    }

    @Test
    void areNotBelievedOnceRowsWereAddedByAnotherProgram() throws SQLException {
        Path file = write("more.db", 1, 2, 3);
        change(file, "INSERT INTO number (ts, value) VALUES (1800000000, 7)");
        StreamInfo number = infos(file).get(1);
        assertThat(number.messages()).isEqualTo(4);
        assertThat(number.bytes()).isEqualTo(4 * 8);
        assertThat(number.lastNanos()).isEqualTo(1_800_000_000_000_000_000L);
    }

    @Test
    void leaveOutWhatWasTakenBack() throws SQLException {
        Path file = folder.resolve("back.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream numbers = writer.stream(StreamSpec.of("number", Double.class));
            numbers.append(Observation.of("number", START, START, 1.0));
            writer.commit();
            numbers.append(Observation.of("number", START + MICRO, START, 2.0));
            writer.rollback();
        }
        assertThat(infos(file).get(0).messages()).isEqualTo(1);
        assertThat(query(file)).containsExactly("number 1");
    }

    private Path write(String name, long... micros) {
        Path file = folder.resolve(name);
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream texts = writer.stream(StreamSpec.of("text", String.class));
            RecordingStream numbers = writer.stream(StreamSpec.of("number", Double.class));
            Arrays.stream(micros).map(micro -> START + micro * MICRO).forEach(time -> {
                texts.append(Observation.of("text", time, time, "five"));
                numbers.append(Observation.of("number", time, time, time % 7.0));
                writer.commit();
            });
        }
        return file;
    }

    private static List<StreamInfo> infos(Path file) {
        try (RecordingFile recording = RecordingFile.open(file)) {
            return recording.streams();
        }
    }

    private static void change(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> query(Path file) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name, messages FROM _dimos_totals")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getLong(2));
            }
        }
        return found;
    }
}
