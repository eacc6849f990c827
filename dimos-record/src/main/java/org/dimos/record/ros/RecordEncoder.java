package org.dimos.record.ros;

import java.lang.invoke.MethodHandle;
import java.util.List;

/** Writes records of one class: component by component, in order. */
final class RecordEncoder implements ValueWriter {
    private final List<Step> steps;
    private final boolean empty;

    /**
     * Writes a component.
     *
     * @param getter takes an {@code Object}, the record, and gives an {@code Object}
     */
    record Step(MethodHandle getter, ValueWriter writer) {}

    RecordEncoder(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.empty = steps.isEmpty();
    }

    @Override
    public void write(Object value, CdrOutput out) {
        for (Step step : steps) {
            step.writer().write(get(step.getter(), value), out);
        }
        if (empty) {
            out.int8((byte) 0);
        }
    }

    private static Object get(MethodHandle getter, Object value) {
        try {
            return (Object) getter.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
