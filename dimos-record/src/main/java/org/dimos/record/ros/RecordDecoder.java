package org.dimos.record.ros;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.dimos.core.message.MessageFormatException;

/**
 * Makes records of one class from messages of one layout: reads the fields in the layout's order and hands them to the constructor in the
 * record's.
 */
final class RecordDecoder {
    private final MethodHandle constructor;
    private final int arguments;
    private final List<Step> steps;

    /** Reads the next field and puts it at an index of the constructor's arguments. */
    record Step(int index, ValueReader reader) {}

    /**
     * @param constructor takes an array of arguments
     * @param steps one for each argument
     */
    RecordDecoder(MethodHandle constructor, List<Step> steps) {
        this.constructor = constructor;
        this.arguments = steps.size();
        this.steps = List.copyOf(steps);
    }

    Object read(WireInput in) {
        if (steps.isEmpty()) {
            in.emptyStruct();
        }
        Object[] values = new Object[arguments];
        for (Step step : steps) {
            values[step.index()] = step.reader().read(in);
        }
        return construct(values);
    }

    private Object construct(Object[] values) {
        try {
            return constructor.invoke(values);
        } catch (RuntimeException e) {
            throw new MessageFormatException("a value is not allowed: " + e.getMessage(), e);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
