package org.dimos.record.sqlite;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dimos.record.RecordingException;

/** Which names streams may have, and the name of the table for a stream whose own name cannot be one. */
final class StreamNames {
    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");
    private static final Pattern ORIGINAL = Pattern.compile("[A-Za-z0-9_.~-]+(/[A-Za-z0-9_.~-]+)*(@recorded)?");
    private static final Pattern RESERVED = Pattern.compile("(?i)(sqlite_|_dimos_|_streams$).*");
    private static final Set<String> SIDE_TABLES =
            Set.of("_rtree", "_rtree_rowid", "_rtree_node", "_rtree_parent", "_blob", "_vec");
    private static final int MAX_LENGTH = 200;

    private StreamNames() {}

    /** Whether a name may stand in SQL, in quotes. */
    static boolean isTableName(String name) {
        return TABLE.matcher(name).matches() && !RESERVED.matcher(name).matches();
    }

    /** Whether a tag may have a name. */
    static boolean isTagName(String name) {
        return TABLE.matcher(name).matches();
    }

    /** Whether a name may be shown and matched: words, joined by slashes for namespaces. */
    static boolean isStreamName(String name) {
        return name.length() <= MAX_LENGTH
                && ORIGINAL.matcher(name).matches()
                && !RESERVED.matcher(name).matches();
    }

    /**
     * Refuses what no stream can be called.
     *
     * @throws RecordingException if it is such a name
     */
    static void check(String stream) {
        if (!isStreamName(stream)) {
            throw new RecordingException("'" + Words.shown(stream)
                    + "' cannot be the name of a recorded stream; it takes letters, digits, _ and / between names, at most "
                    + MAX_LENGTH + " of them, and no name that begins with sqlite_ or _dimos_");
        }
    }

    /**
     * A table name for a stream that collides with no table in use and none that belongs to one of these.
     */
    static String tableName(String stream, Set<String> usedTables) {
        String plain = stream.replaceAll("[^A-Za-z0-9_]", "_");
        String base = Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
        String name = base;
        for (int n = 2; !isTableName(name) || collides(name, usedTables); n++) {
            name = base.substring(0, Math.min(base.length(), MAX_LENGTH - 10)) + "_" + n;
        }
        return name;
    }

    private static boolean collides(String name, Set<String> usedTables) {
        String lower = name.toLowerCase(Locale.ROOT);
        return usedTables.stream()
                .map(used -> used.toLowerCase(Locale.ROOT))
                .anyMatch(used -> tablesOf(used).anyMatch(table -> table.equals(lower))
                        || tablesOf(lower).anyMatch(table -> table.equals(used)));
    }

    static Stream<String> tablesOf(String stream) {
        return Stream.concat(Stream.of(stream), SIDE_TABLES.stream().map(suffix -> stream + suffix));
    }
}
