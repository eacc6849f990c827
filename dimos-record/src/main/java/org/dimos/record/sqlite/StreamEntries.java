package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RecordingException;

/** The streams of a file, by their names and by their tables. Tables that are of no stream go by their own names. */
final class StreamEntries {
    private final Path path;
    private final Map<String, StreamEntry> byName;
    private final Map<String, String> namesByTable;

    private StreamEntries(Path path, List<StreamEntry> entries) {
        this.path = path;
        this.byName = entries.stream()
                .collect(Collectors.toMap(
                        StreamEntry::name,
                        Function.identity(),
                        (a, b) -> {
                            throw new RecordingException(path + " has two streams named '" + a.name() + "'");
                        },
                        LinkedHashMap::new));
        this.namesByTable = entries.stream().collect(Collectors.toMap(StreamEntry::table, StreamEntry::name));
    }

    static StreamEntries read(Path path, Connection connection) throws SQLException {
        return new StreamEntries(path, Registry.read(path, connection));
    }

    /** All of them, in the order in which they were registered. */
    Collection<StreamEntry> all() {
        return byName.values();
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    StreamEntry get(String stream) {
        return Optional.ofNullable(byName.get(stream))
                .orElseThrow(() -> new RecordingException("stream '" + Words.shown(stream) + "' is not in " + path
                        + "; it has " + String.join(", ", byName.keySet())));
    }

    /** The name of the stream that a table is of. */
    String nameOf(String table) {
        return namesByTable.getOrDefault(table, table);
    }

    /** The loss by the name of its stream. */
    Loss named(Loss loss) {
        return new Loss(nameOf(loss.stream()), loss.fromNanos(), loss.toNanos(), loss.count(), loss.reason());
    }

    /** The gap by the name of its stream. */
    Gap named(Gap gap) {
        return new Gap(gap.stream().map(this::nameOf), gap.fromNanos(), gap.toNanos());
    }
}
