package org.dimos.cli.text;

/**
 * A column of a table.
 *
 * @param header what stands above it
 * @param right whether it is aligned to the right, as numbers are
 * @param shrinks whether its texts may be cut at the front where the line is too long
 */
public record Column(String header, boolean right, boolean shrinks) {

    /** Words, never cut. */
    public static Column text(String header) {
        return new Column(header, false, false);
    }

    /** Names: where room is short, their beginnings are cut. */
    public static Column name(String header) {
        return new Column(header, false, true);
    }

    /** Numbers. */
    public static Column number(String header) {
        return new Column(header, true, false);
    }
}
