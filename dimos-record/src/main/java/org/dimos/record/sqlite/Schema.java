package org.dimos.record.sqlite;

/** The tables of a recording, statement by statement as Python dimos makes them, and those that Java adds. */
final class Schema {
    static final String STREAMS = "_streams";
    static final String STREAM_NOTES = "_dimos_streams";
    static final String RUN = "_dimos_run";
    static final String LOSSES = "_dimos_losses";
    static final String CARRIED = "_dimos_carried";
    static final String TOTALS = "_dimos_totals";
    static final String GAPS = "_dimos_gaps";

    static final String CREATE_STREAMS =
            "CREATE TABLE IF NOT EXISTS _streams (name TEXT PRIMARY KEY, config TEXT NOT NULL)";
    static final String CREATE_STREAM_NOTES = "CREATE TABLE IF NOT EXISTS _dimos_streams (name TEXT PRIMARY KEY,"
            + " original_name TEXT NOT NULL, type_name TEXT NOT NULL, java_type TEXT NOT NULL, encoding TEXT NOT NULL,"
            + " producer TEXT, inputs TEXT)";
    static final String CREATE_RUN = "CREATE TABLE IF NOT EXISTS _dimos_run (blueprint TEXT NOT NULL,"
            + " java_version TEXT NOT NULL, start_ns INTEGER NOT NULL)";
    static final String CREATE_LOSSES = "CREATE TABLE IF NOT EXISTS _dimos_losses (id INTEGER PRIMARY KEY,"
            + " stream TEXT NOT NULL, from_ns INTEGER NOT NULL, to_ns INTEGER NOT NULL, count INTEGER NOT NULL,"
            + " reason TEXT NOT NULL)";
    static final String CREATE_CARRIED = "CREATE TABLE IF NOT EXISTS _dimos_carried (stream TEXT NOT NULL,"
            + " id INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (stream, id)) WITHOUT ROWID";
    static final String CREATE_TOTALS = "CREATE TABLE IF NOT EXISTS _dimos_totals (name TEXT PRIMARY KEY,"
            + " messages INTEGER NOT NULL, last_id INTEGER NOT NULL, bytes INTEGER NOT NULL, first_ts REAL, last_ts REAL,"
            + " min_gap REAL, max_gap REAL) WITHOUT ROWID";
    static final String INSERT_TOTALS =
            "INSERT OR REPLACE INTO _dimos_totals (name, messages, last_id, bytes, first_ts,"
                    + " last_ts, min_gap, max_gap) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    static final String CREATE_GAPS = "CREATE TABLE IF NOT EXISTS _dimos_gaps (id INTEGER PRIMARY KEY, stream TEXT,"
            + " from_ns INTEGER NOT NULL, to_ns INTEGER NOT NULL)";

    private Schema() {}

    static String createStream(String stream) {
        return "CREATE TABLE IF NOT EXISTS \"" + stream + "\" (id INTEGER PRIMARY KEY AUTOINCREMENT, ts REAL NOT NULL,"
                + " value NUMERIC, pose_x REAL, pose_y REAL, pose_z REAL, pose_qx REAL, pose_qy REAL, pose_qz REAL,"
                + " pose_qw REAL, tags BLOB DEFAULT (jsonb('{}')))";
    }

    static String createPlaces(String stream) {
        return "CREATE VIRTUAL TABLE IF NOT EXISTS \"" + stream
                + "_rtree\" USING rtree(id, x_min, x_max, y_min, y_max, z_min, z_max)";
    }

    static String createBlobs(String stream) {
        return "CREATE TABLE IF NOT EXISTS \"" + stream + "_blob\" (id INTEGER PRIMARY KEY, data BLOB NOT NULL)";
    }

    static String createTimeIndex(String stream) {
        return "CREATE INDEX IF NOT EXISTS \"" + stream + "_ts_id\" ON \"" + stream + "\"(ts, id)";
    }

    static String createTagIndex(String stream, String key) {
        return "CREATE INDEX IF NOT EXISTS \"" + stream + "_tag_" + key + "\" ON \"" + stream
                + "\"(json_extract(tags, '$." + key + "'))";
    }

    static String insertRow(String stream) {
        return "INSERT INTO \"" + stream + "\" (id, ts, value, pose_x, pose_y, pose_z, pose_qx, pose_qy, pose_qz,"
                + " pose_qw, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    }

    static String insertBlob(String stream) {
        return "INSERT INTO \"" + stream + "_blob\" (id, data) VALUES (?, ?)";
    }

    static String insertPlace(String stream) {
        return "INSERT INTO \"" + stream + "_rtree\" (id, x_min, x_max, y_min, y_max, z_min, z_max)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    }

    /** How many rows a stream has, the last id, the first and the last time, as far as possible by indexes alone. */
    static String selectFacts(StreamEntry entry) {
        return "SELECT "
                + (entry.hasTimeIndex()
                        ? indexedFacts(entry.table())
                        : "count(*), max(id), min(ts), max(ts) FROM \"" + entry.table() + "\"");
    }

    private static String indexedFacts(String stream) {
        String from = " FROM \"" + stream + "\")";
        return "(SELECT count(*)" + from + ", (SELECT max(id)" + from + ", (SELECT min(ts)" + from + ", (SELECT max(ts)"
                + from;
    }

    /** The same and what the writer counted. */
    static String selectTotals(String stream) {
        return "SELECT " + indexedFacts(stream)
                + ", messages, last_id, bytes, first_ts, last_ts, min_gap, max_gap FROM " + TOTALS + " WHERE name = ?";
    }

    /** The columns of a row in the order that {@link RowReader} takes them. */
    static String selectRows(StreamEntry entry) {
        String columns = "SELECT s.id, s.ts, s.value, s.pose_x, s.pose_y, s.pose_z, s.pose_qx, s.pose_qy, s.pose_qz,"
                + " s.pose_qw, s.tags, ";
        String table = " FROM \"" + entry.table() + "\" AS s";
        return entry.hasBlobs()
                ? columns + "b.data" + table + " LEFT JOIN \"" + entry.table() + "_blob\" AS b ON b.id = s.id"
                : columns + "NULL" + table;
    }
}
