package org.dimos.record.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * The nodes of an R-tree as they are stored: big-endian, the depth of the tree in the root's first two bytes, the number of cells in
 * the next two, then the cells, each the number of the node below (8 bytes) and the bounds of its box (4 bytes each).
 *
 * @see <a href="https://sqlite.org/rtree.html">the R-tree module of SQLite</a>
 */
final class TreeNodes {
    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 1 << 25;
    private static final int HEAD = 4;

    private final BitSet seen = new BitSet();
    private final Deque<Node> waiting = new ArrayDeque<>();

    private final int cellBytes;

    private TreeNodes(int cellBytes) {
        this.cellBytes = cellBytes;
    }

    /** A node that has others below. */
    private record Node(long number, int height) {}

    /**
     * Whether no node is below two others or twice below one. SQLite visits a node as often as it is named, so that a few nodes
     * that name each other many times keep it busy without end. The leaves are not read, so this is a small part of the tree.
     *
     * @param bounds how many bounds a box has, two for each dimension
     */
    static boolean formTree(Connection connection, String table, long bounds) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT data FROM \"" + table + "_node\" WHERE nodeno = ?")) {
            return new TreeNodes((int) (Long.BYTES + Float.BYTES * bounds)).walk(query);
        }
    }

    private boolean walk(PreparedStatement query) throws SQLException {
        ByteBuffer root = node(query, 1);
        int height = root.remaining() < HEAD ? 0 : Short.toUnsignedInt(root.getShort(0));
        seen.set(1);
        if (height > 0) {
            waiting.add(new Node(1, height));
        }
        while (height <= DEEPEST && !waiting.isEmpty()) {
            Node next = waiting.remove();
            if (!below(node(query, next.number()), next.height() - 1)) {
                return false;
            }
        }
        return height <= DEEPEST;
    }

    private boolean below(ByteBuffer node, int height) {
        int cells = node.remaining() < HEAD ? 0 : Short.toUnsignedInt(node.getShort(2));
        if (cells == 0 || HEAD + (long) cells * cellBytes > node.remaining()) {
            return false;
        }
        for (int cell = 0; cell < cells; cell++) {
            long number = node.getLong(HEAD + cell * cellBytes);
            if (number < 1 || number > MOST_NODES || seen.get((int) number)) {
                return false;
            }
            seen.set((int) number);
            if (height > 0) {
                waiting.add(new Node(number, height));
            }
        }
        return true;
    }

    private static ByteBuffer node(PreparedStatement query, long number) throws SQLException {
        query.setLong(1, number);
        try (ResultSet row = query.executeQuery()) {
            byte[] data = row.next() ? row.getBytes(1) : null;
            return ByteBuffer.wrap(data == null ? new byte[0] : data);
        }
    }
}
