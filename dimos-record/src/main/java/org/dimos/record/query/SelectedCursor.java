package org.dimos.record.query;

import java.util.Iterator;
import org.dimos.record.Observation;
import org.dimos.record.selection.Selection;
import org.dimos.record.sqlite.Cursor;

/** A selection of what a cursor reads by time, made in memory: for readers that know no better way. */
public final class SelectedCursor implements Cursor {
    private final Cursor source;
    private final Iterator<Observation<?>> selected;
    private boolean closed;

    private SelectedCursor(Cursor source, Selection selection) {
        this.source = source;
        this.selected = new StepIterator(source, new SelectStep(selection));
    }

    /** The selected observations; closing them closes the source. */
    public static Cursor of(Cursor source, Selection selection) {
        boolean sorted = selection.isByTime() && selection.order().isPresent();
        return new SelectedCursor(source, sorted ? selection.unordered() : selection);
    }

    @Override
    public boolean hasNext() {
        return !closed && selected.hasNext();
    }

    @Override
    public Observation<?> next() {
        return selected.next();
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }
}
