package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a foreign file says of its own tables, judged by its text alone. Views, virtual tables and computed columns run what the file
 * says, for as long as it says, and a virtual table does so as soon as SQLite looks at it: an R-tree reads its nodes when it is
 * opened, and a view may stand where they should be. So nothing here makes SQLite touch one, as {@code pragma_table_list} would.
 *
 * <p>SQLite writes every definition in one form, so a text of another form was put there by hand. Such a text can define anything
 * that it mentions. Of use as long as the connection is open, for the thread that has the connection.
 */
public final class FileSchema {
    private static final int LONGEST_HEAD = 512;
    private static final int LONGEST_TREE = 1024;
    private static final int LONGEST_ODD = 4096;
    private static final int MOST_ODD = 16;
    private static final String ANYTHING = "…";
    private static final Pattern HEAD = Pattern.compile(
            "(?is)CREATE\\s+(TABLE|VIEW|VIRTUAL\\s+TABLE)\\s+(\"[^\"]*\"|'[^']*'|`[^`]*`|\\[[^\\]]*\\]|[\\p{L}\\p{N}_$]+).*");
    private static final Pattern RUNS_NOTHING =
            Pattern.compile("(?is)CREATE\\s+(INDEX|UNIQUE\\s+INDEX|TRIGGER)\\s.*|(?!CR).*");
    private static final Pattern R_TREE = Pattern.compile("(?is).*\\bUSING\\s+rtree(?:_i32)?\\s*\\((.*)\\)\\s*");
    private static final String PLACES = "id,x_min,x_max,y_min,y_max,z_min,z_max";

    private static final List<String> TREE_PARTS = List.of("_node", "_rowid", "_parent");

    private final Connection connection;
    private final NavigableMap<String, List<Definition>> definitions = new TreeMap<>();
    private final List<String> odd = new ArrayList<>();

    private FileSchema(Connection connection) {
        this.connection = connection;
    }

    /** One row of the schema: the name it goes by, and the text that makes it. */
    private record Definition(String name, String kind, String sql) {
        boolean isTable() {
            return kind.equals("TABLE");
        }

        boolean isVirtual() {
            return kind.startsWith("VIRTUAL");
        }
    }

    /**
     * Reads it as far as it can be read.
     *
     * @throws SQLException if it cannot be read to its end; what came before is lost then
     */
    public static FileSchema of(Connection connection) throws SQLException {
        FileSchema schema = new FileSchema(connection);
        schema.read();
        return schema;
    }

    /** Of a damaged file: what can be read counts. */
    static FileSchema ofDamaged(Connection connection) {
        FileSchema schema = new FileSchema(connection);
        try {
            schema.read();
        } catch (SQLException e) {
            // SQLite gets no further either
        }
        return schema;
    }

    private void read() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_master ORDER BY rowid")) {
            while (rows.next()) {
                add(
                        Objects.requireNonNullElse(rows.getString(1), ""),
                        Objects.requireNonNullElse(rows.getString(2), ""));
            }
        }
    }

    private void add(String name, String sql) {
        Matcher head = HEAD.matcher(sql.substring(0, Math.min(sql.length(), LONGEST_HEAD)));
        if (!head.matches()) {
            if (!RUNS_NOTHING.matcher(sql).matches()) {
                addOdd(sql);
            }
            return;
        }
        String quoted = head.group(2);
        boolean isBare = Character.isLetterOrDigit(quoted.charAt(0)) || "_$".indexOf(quoted.charAt(0)) >= 0;
        String defined = lower(isBare ? quoted : quoted.substring(1, quoted.length() - 1));
        if (!defined.equals(lower(name))) {
            addOdd(sql);
        }
        definitions
                .computeIfAbsent(defined, key -> new ArrayList<>())
                .add(new Definition(name, head.group(1).toUpperCase(Locale.ROOT), sql));
    }

    /** More of them than a damaged file has, or a longer one than any, may define everything. */
    private void addOdd(String sql) {
        boolean isUsual = odd.size() < MOST_ODD && sql.length() <= LONGEST_ODD;
        odd.add(isUsual ? lower(sql) : ANYTHING);
    }

    /** Whether it is a table that holds rows and nothing else. */
    public boolean isPlain(String table) {
        List<Definition> all = definitions.getOrDefault(lower(table), List.of());
        return all.size() == 1
                && all.get(0).isTable()
                && all.get(0).name().equals(table)
                && isKnown(lower(table))
                && computesNothing(table);
    }

    /** Whether no text that was put there by hand may define it. */
    private boolean isKnown(String key) {
        return odd.size() <= MOST_ODD && odd.stream().noneMatch(text -> text.equals(ANYTHING) || text.contains(key));
    }

    private boolean computesNothing(String table) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden <> 0")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                return !rows.next();
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether it is an R-tree of poses that keeps its nodes in tables of its own, and SQLite comes to an end with them. */
    boolean isTree(String table) {
        List<Definition> all = definitions.getOrDefault(lower(table), List.of());
        return all.size() == 1
                && columnsOfTree(all.get(0)).equals(PLACES)
                && impostors(lower(table), all).isEmpty()
                && isNoMaze(table, PLACES);
    }

    /** The columns without blanks, empty if it is no R-tree. */
    private static String columnsOfTree(Definition definition) {
        String sql = definition.sql();
        Matcher tree = R_TREE.matcher(sql);
        return definition.isVirtual() && sql.length() <= LONGEST_TREE && tree.matches()
                ? tree.group(1).replaceAll("\\s", "")
                : "";
    }

    private boolean isNoMaze(String table, String columns) {
        long numbers = Pattern.compile(",(?!\\+)").matcher(columns).results().count();
        try {
            return TreeNodes.formTree(connection, table, numbers);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * What may keep SQLite busy without end when it checks the file: definitions that it did not write, whatever stands where virtual
     * tables keep their rows and is no plain table, and R-trees that are none.
     */
    List<String> traps() {
        List<String> found = new ArrayList<>(odd);
        definitions.forEach((table, all) -> {
            if (all.stream().anyMatch(Definition::isVirtual)) {
                found.addAll(impostors(table, all));
            }
            String columns = columnsOfTree(all.get(0));
            if (found.isEmpty() && !columns.isEmpty() && !isNoMaze(table, columns)) {
                found.add(table);
            }
        });
        return found;
    }

    private List<String> impostors(String table, List<Definition> all) {
        if (all.stream().noneMatch(each -> columnsOfTree(each).isEmpty())) {
            return TREE_PARTS.stream()
                    .map(part -> table + part)
                    .filter(part -> isThere(part) && !isPlainPart(part))
                    .toList();
        }
        return definitions.subMap(table + "_", table + (char) ('_' + 1)).keySet().stream()
                .filter(name -> !isPlainPart(name) && !isVirtual(name))
                .toList();
    }

    private boolean isThere(String name) {
        return definitions.containsKey(name) || !isKnown(name);
    }

    private boolean isPlainPart(String name) {
        return definitions.getOrDefault(name, List.of()).stream().anyMatch(part -> isPlain(part.name()));
    }

    private boolean isVirtual(String name) {
        return definitions.getOrDefault(name, List.of()).stream().allMatch(Definition::isVirtual);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
