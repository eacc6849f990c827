package org.dimos.record.imports.ros;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.dimos.core.message.MessageFormatException;

/**
 * Makes records of one class from messages of one layout: reads the fields in the layout's order and hands them to the constructor in the
 * record's.
 */
final class RecordDecoder {
    private final MethodHandle constructor;
    private final Object[] blank;
    private final List<Step> steps;

    /** Reads the next field and puts it at an index of the constructor's arguments. */
    record Step(int index, ValueReader reader) {}

    /**
     * @param constructor takes an array of arguments
     * @param blank the arguments, with values for those that no step reads
     */
    RecordDecoder(MethodHandle constructor, Object[] blank, List<Step> steps) {
        this.constructor = constructor;
        this.blank = blank;
        this.steps = List.copyOf(steps);
    }

    Object read(WireInput in) {
        if (steps.isEmpty()) {
            in.emptyStruct();
        }
        Object[] arguments = blank.clone();
        for (Step step : steps) {
            arguments[step.index()] = step.reader().read(in);
        }
        return construct(arguments);
    }

    private Object construct(Object[] arguments) {
        try {
            return constructor.invoke(arguments);
        } catch (RuntimeException e) {
            throw new MessageFormatException("a value is not allowed: " + e.getMessage(), e);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
