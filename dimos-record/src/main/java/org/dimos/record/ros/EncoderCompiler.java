package org.dimos.record.ros;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out how the records of a class are written, from the class alone. */
final class EncoderCompiler {
    private final Set<Class<?>> open = new HashSet<>();

    private EncoderCompiler() {}

    /** @throws LayoutException if ROS 2 has no type for such records */
    static RecordEncoder compile(Class<?> type) throws LayoutException {
        return new EncoderCompiler().record(type);
    }

    private RecordEncoder record(Class<?> type) throws LayoutException {
        if (!open.add(type)) {
            throw new LayoutException(
                    "a " + type.getSimpleName() + " contains another one, which ROS 2 cannot express");
        }
        RecordComponent[] components = type.getRecordComponents();
        List<RecordEncoder.Step> steps = new ArrayList<>();
        for (Slot slot : RecordLayout.slots(type)) {
            ValueWriter writer = slot.mayBeMissing(type) ? (value, out) -> out.sequence((int) value) : writer(slot);
            steps.add(new RecordEncoder.Step(getter(type, components[slot.index()]), writer));
        }
        open.remove(type);
        return new RecordEncoder(steps);
    }

    private static MethodHandle getter(Class<?> type, RecordComponent component) throws LayoutException {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new LayoutException("record " + type.getName() + " cannot be read");
        }
    }

    private ValueWriter writer(Slot slot) throws LayoutException {
        if (ArrayReaders.element(slot.raw()).isPresent()) {
            return array(slot);
        }
        ValueWriter element = element(slot);
        return slot.isList() ? list(element, slot) : element;
    }

    private ValueWriter element(Slot slot) throws LayoutException {
        if (slot.primitive().isPresent()) {
            return primitive(slot.primitive().get());
        }
        if (!slot.element().isRecord()) {
            throw new LayoutException("ROS 2 has nothing like the component '" + slot.name() + "'");
        }
        return record(slot.element());
    }

    private static ValueWriter array(Slot slot) {
        return (array, out) -> {
            length(ArrayWriters.length(array), slot, out);
            ArrayWriters.write(array, out);
        };
    }

    private static ValueWriter list(ValueWriter element, Slot slot) {
        return (list, out) -> {
            List<?> values = (List<?>) list;
            length(values.size(), slot, out);
            values.forEach(value -> element.write(value, out));
        };
    }

    private static void length(int length, Slot slot, CdrOutput out) {
        if (slot.count().kind() != Count.Kind.FIXED) {
            out.int32(length);
        } else if (slot.count().size() != length) {
            throw new IllegalArgumentException("the array '" + slot.name() + "' has " + length + " elements instead of "
                    + slot.count().size());
        }
    }

    private static ValueWriter primitive(Primitive primitive) {
        return switch (primitive) {
            case BOOL -> (value, out) -> out.int8((boolean) value ? (byte) 1 : 0);
            case INT8 -> (value, out) -> out.int8((byte) value);
            case INT16 -> (value, out) -> out.int16((short) value);
            case INT32 -> (value, out) -> out.int32((int) value);
            case INT64 -> (value, out) -> out.int64((long) value);
            case FLOAT32 -> (value, out) -> out.float32((float) value);
            case FLOAT64 -> (value, out) -> out.float64((double) value);
            case STRING, WIDE_STRING -> (value, out) -> out.string((String) value);
        };
    }
}
