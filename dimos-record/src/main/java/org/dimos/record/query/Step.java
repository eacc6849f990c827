package org.dimos.record.query;

import java.util.function.Consumer;
import org.dimos.record.Observation;

/** One operation on observations as they come; the same whether they are pulled or pushed. Not safe to share. */
interface Step extends AutoCloseable {

    /** Takes the next observation and gives what comes of it. */
    void take(Observation<?> next, Consumer<Observation<?>> out);

    /** Gives what is left when no more come. */
    default void end(Consumer<Observation<?>> out) {}

    /** Whether nothing further is needed. */
    default boolean isDone() {
        return false;
    }

    @Override
    default void close() {}
}
