package org.dimos.record.query;

import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.record.StreamInfo;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;
import org.dimos.record.sqlite.Cursor;

/** Where the observations of a query come from. A value that holds nothing open. */
interface Rows {

    /** What errors call it. */
    String title();

    /** The stream as it was recorded. */
    StreamInfo recorded();

    /** The time of the first observation, where that is known without looking. */
    OptionalLong firstNanos();

    /** Whether a selection is made where the rows are stored. */
    boolean isStored();

    /** The selected observations; to be closed. */
    Cursor open(Selection selection);

    long count(Selection selection);

    Summary summary(Selection selection);

    /** New observations as they are stored; empty if there can be none. */
    Optional<Tail> tail(Selection selection);
}
