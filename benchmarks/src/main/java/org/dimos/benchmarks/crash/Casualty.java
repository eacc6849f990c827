package org.dimos.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dimos.benchmarks.report.JavaProcess;
import org.dimos.benchmarks.traffic.Source;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;

/**
 * What is left of a recording whose recorder was killed.
 *
 * @param damage what is wrong with the file; empty if nothing is
 * @param stored messages in the file
 * @param missing messages that the recorder had said were stored and that are not in the file
 * @param lost messages that were published and are not in the file
 * @param window from the publishing of the first message that is not in the file to the last publishing
 * @param reopened how long it took to open the file and to read a first message
 */
public record Casualty(
        Optional<String> damage, long stored, long missing, long lost, Duration window, Duration reopened) {

    /** Starts a recorder, lets it record that many bytes and then for a time, kills it, and looks at the file. */
    public static Casualty of(Path file, long bytes, Duration time) throws IOException, InterruptedException {
        Path log = file.resolveSibling(file.getFileName() + ".log");
        List<String> streams =
                Traffic.mobileRobot().sources().stream().map(Source::stream).toList();
        Logbook logbook = Logbook.open(log, streams);
        Process victim = JavaProcess.builder(
                        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        Victim.class.getName(),
                        file.toString(),
                        log.toString(),
                        Long.toString(bytes))
                .start();
        try (BufferedReader output = victim.inputReader(StandardCharsets.UTF_8)) {
            if (!"recording".equals(output.readLine())) {
                throw new IllegalStateException("the recorder did not start");
            }
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return lookAt(file, logbook);
    }

    private static Casualty lookAt(Path file, Logbook logbook) {
        long start = System.nanoTime();
        try (RecordingFile recording = RecordingFile.open(file)) {
            boolean any = readFirst(recording);
            Duration reopened = Duration.ofNanos(System.nanoTime() - start);
            return compare(recording, file, logbook, any ? reopened : Duration.ZERO);
        } catch (RecordingException | SQLException e) {
            return new Casualty(Optional.of(String.valueOf(e.getMessage())), 0, 0, 0, Duration.ZERO, Duration.ZERO);
        }
    }

    /** Reads and decodes the first message of the first stream that has one; answers whether there is any. */
    private static boolean readFirst(RecordingFile recording) {
        for (String stream : recording.streamNames()) {
            try (Cursor cursor = recording.cursor(stream)) {
                if (cursor.hasNext()) {
                    requireNonNull(cursor.next().payload(), "payload is null");
                    return true;
                }
            }
        }
        return false;
    }

    private static Casualty compare(RecordingFile recording, Path file, Logbook logbook, Duration reopened)
            throws SQLException {
        long stored = 0;
        long missing = 0;
        long lost = 0;
        long end = 0;
        long firstLost = Long.MAX_VALUE;
        for (int i = 0; i < logbook.streams().size(); i++) {
            String stream = logbook.streams().get(i);
            long rows = recording.streamNames().contains(stream)
                    ? recording.stream(stream).messages()
                    : 0;
            stored += rows;
            missing += Math.max(0, logbook.stored(i) - rows);
            lost += logbook.published(i) - rows;
            firstLost = Math.min(firstLost, logbook.publishedAt(i, rows));
            end = Math.max(end, logbook.publishedAt(i, logbook.published(i) - 1));
        }
        Duration window = Duration.ofNanos(Math.max(0, end - firstLost));
        return new Casualty(damage(file, recording.streamNames()), stored, missing, lost, window, reopened);
    }

    /** Opens the file for writing, as the next program may do, and asks SQLite. */
    private static Optional<String> damage(Path file, List<String> streams) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
                if (!"ok".equals(row.getString(1))) {
                    return Optional.of(String.valueOf(row.getString(1)));
                }
            }
            for (String stream : streams) {
                try (ResultSet row =
                        statement.executeQuery("SELECT count(*), coalesce(max(id), 0) FROM \"" + stream + "\"")) {
                    if (row.getLong(1) != row.getLong(2)) {
                        return Optional.of("stream '" + stream + "' has holes in its ids");
                    }
                }
            }
            return Optional.empty();
        }
    }
}
