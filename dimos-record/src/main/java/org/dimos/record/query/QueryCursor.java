package org.dimos.record.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dimos.record.Observation;
import org.dimos.record.selection.Selection;
import org.dimos.record.sqlite.Cursor;

/**
 * One run through a query. To be closed; not safe to share. {@link #hasNext} and {@link #next} throw
 * {@link org.dimos.record.RecordingException} where the recording is damaged.
 *
 * @param <T> the type of the payloads
 */
public final class QueryCursor<T> implements Iterator<Observation<T>>, AutoCloseable {
    private final Cursor cursor;
    private final List<Step> steps = new ArrayList<>();
    private Iterator<Observation<?>> observations;

    QueryCursor(Rows rows, Selection selection, List<Stage> stages) {
        this.cursor = rows.open(selection);
        this.observations = cursor;
        for (Stage stage : stages) {
            Step step = stage.step().get();
            steps.add(step);
            observations = new StepIterator(observations, step);
        }
    }

    @Override
    public boolean hasNext() {
        return observations.hasNext();
    }

    @Override
    @SuppressWarnings("unchecked") // the query's stages give payloads of its type
    public Observation<T> next() {
        return (Observation<T>) observations.next();
    }

    @Override
    public void close() {
        steps.forEach(Step::close);
        cursor.close();
    }
}
