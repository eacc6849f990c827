package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RecordingException;
import org.dimos.record.RunInfo;

/** Copies what can be read of a damaged file. The file is not changed. */
public final class Salvage {
    private final Connection source;
    private final RecordingCopy copy;
    private final LongConsumer onRow;
    private final List<DamageLog> logs = new ArrayList<>();
    private long rows;

    private Salvage(Connection source, RecordingCopy copy, LongConsumer onRow) {
        this.source = source;
        this.copy = copy;
        this.onRow = onRow;
    }

    /**
     * Makes a new file and answers what came over, a line for each stream.
     *
     * @param onRow is told after each message how many there are so far
     * @throws RecordingException if nothing can be read, or the new file cannot be written
     */
    public static List<SalvagedStream> salvage(Path file, Path target, LongConsumer onRow) {
        try (Connection source = ReadOnlyDatabase.openDamaged(file)) {
            List<RawStream> streams = TolerantRegistry.read(source);
            if (streams.isEmpty()) {
                throw new RecordingException(file + " cannot be recovered: no stream is found in it, either because it"
                        + " is no recording or because its first page, which says where everything is, is destroyed");
            }
            try (RecordingCopy copy = RecordingCopy.create(target)) {
                List<SalvagedStream> salvaged = new Salvage(source, copy, onRow).all(streams);
                copy.finish();
                return salvaged;
            }
        } catch (SQLException e) {
            throw new RecordingException(file + " cannot be read: " + SqliteErrors.reason(e), e);
        }
    }

    private List<SalvagedStream> all(List<RawStream> streams) {
        readable(() -> RunTables.run(source)).flatMap(run -> run).ifPresent(this::run);
        List<SalvagedStream> salvaged = new ArrayList<>();
        for (RawStream stream : streams) {
            copy.write(() -> salvaged.add(stream(stream)));
        }
        List<Loss> known = readable(() -> RunTables.losses(source)).orElse(List.of());
        List<Loss> all =
                new ArrayList<>(known.stream().map(loss -> named(loss, streams)).toList());
        long start = logs.stream().flatMapToLong(DamageLog::times).min().orElse(0);
        long end = logs.stream().flatMapToLong(DamageLog::times).max().orElse(0);
        logs.forEach(log -> all.addAll(log.losses(start, end)));
        copy.losses(all);
        List<Gap> gaps = readable(() -> GapTable.read(source)).orElse(List.of());
        copy.gaps(gaps.stream()
                .map(gap -> new Gap(gap.stream().map(table -> nameOf(table, streams)), gap.fromNanos(), gap.toNanos()))
                .toList());
        return salvaged;
    }

    private void run(RunInfo run) {
        copy.run(run);
    }

    private static Loss named(Loss loss, List<RawStream> streams) {
        return new Loss(nameOf(loss.stream(), streams), loss.fromNanos(), loss.toNanos(), loss.count(), loss.reason());
    }

    private static String nameOf(String table, List<RawStream> streams) {
        return streams.stream()
                .map(RawStream::entry)
                .filter(entry -> entry.table().equals(table))
                .map(StreamEntry::name)
                .findFirst()
                .orElse(table);
    }

    private SalvagedStream stream(RawStream stream) throws SQLException {
        StreamEntry entry = stream.entry();
        DamageLog log = new DamageLog(entry.name());
        try (CopiedStream copied =
                        copy.begin(entry.name(), entry.table(), stream.config(), stream.notes(), stream.tags());
                TolerantBlobs blobs = new TolerantBlobs(source, entry)) {
            SalvagedRows salvaged = new SalvagedRows(source, entry, blobs, log, row -> {
                copied.append(row);
                onRow.accept(++rows);
            });
            if (entry.hasTable()) {
                new TolerantRows(source, entry, salvaged).readAll();
            }
            salvaged.end();
            copied.finish();
            logs.add(log);
            return new SalvagedStream(entry.name(), salvaged.count(), log.total());
        }
    }

    /** The last id a table ever gave, as far as SQLite or the totals of the stream remember it; 0 otherwise. */
    static long lastId(Connection connection, String table) {
        return Math.max(
                number(connection, "SELECT name, seq FROM sqlite_sequence", table),
                number(connection, "SELECT name, last_id FROM " + Schema.TOTALS, table));
    }

    /** How many messages the totals of a stream speak of; 0 if there are none. */
    static long notedMessages(Connection connection, String table) {
        return number(connection, "SELECT name, messages FROM " + Schema.TOTALS, table);
    }

    private static long number(Connection connection, String sql, String table) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                if (Objects.equals(row.getString(1), table)) {
                    return row.getLong(2);
                }
            }
            return 0;
        } catch (SQLException e) {
            return 0;
        }
    }

    private static <T> Optional<T> readable(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }
}
