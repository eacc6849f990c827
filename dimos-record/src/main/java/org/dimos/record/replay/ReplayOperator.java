package org.dimos.record.replay;

import java.util.Iterator;
import org.dimos.record.Observation;

/** Changes a flow of observations in recorded time. A value without state: each playing calls {@link #apply} anew. */
@FunctionalInterface
public interface ReplayOperator {

    /** The changed flow; reads from the source only as it is read itself. Ordered by time if the source is. */
    Iterator<Observation<?>> apply(Iterator<Observation<?>> source);

    /** This operator, then another. */
    default ReplayOperator then(ReplayOperator next) {
        return source -> next.apply(apply(source));
    }

    /** The operator that changes nothing. */
    static ReplayOperator identity() {
        return Identity.INSTANCE;
    }

    /** Changes nothing. */
    enum Identity implements ReplayOperator {
        INSTANCE;

        @Override
        public Iterator<Observation<?>> apply(Iterator<Observation<?>> source) {
            return source;
        }

        @Override
        public ReplayOperator then(ReplayOperator next) {
            return next;
        }
    }
}
