package org.dimos.record.ros;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dimos.record.ros.RecordDecoder.Step;

/** Matches a layout with a record class, field by field by their names. */
final class DecoderCompiler {
    private DecoderCompiler() {}

    /**
     * @throws LayoutException if the layout has a field that the record has not, the other way round, or one of another type
     */
    static RecordDecoder compile(StructType layout, Class<?> type) throws LayoutException {
        List<Slot> slots = RecordLayout.slots(type);
        Map<String, Slot> open = new HashMap<>();
        slots.forEach(slot -> open.put(Field.key(slot.name()), slot));
        List<Step> steps = new ArrayList<>();
        for (Field field : layout.fields()) {
            Slot slot = open.remove(field.key());
            if (slot == null) {
                throw new LayoutException(layout + " has a field '" + field.name() + "', which is not known here");
            }
            steps.add(new Step(slot.index(), reader(layout, field, slot)));
        }
        for (Slot missing : open.values()) {
            if (!missing.mayBeMissing(type)) {
                throw new LayoutException(layout + " has no field '" + missing.name() + "'");
            }
            steps.add(new Step(missing.index(), WireInput::takeSequence));
        }
        return new RecordDecoder(constructor(type, slots), steps);
    }

    private static ValueReader reader(StructType in, Field field, Slot slot) throws LayoutException {
        if (!field.count().equals(slot.count())) {
            throw differs(in, field);
        }
        Optional<Primitive> primitive = slot.primitive();
        if (primitive.isPresent()) {
            if (primitive.get() != field.type()) {
                throw differs(in, field);
            }
            return primitives(primitive.get(), field, slot);
        }
        if (!(field.type() instanceof StructType nested) || !slot.element().isRecord()) {
            throw differs(in, field);
        }
        RecordDecoder decoder = compile(nested, slot.element());
        return slot.isList() ? list(decoder::read, field) : decoder::read;
    }

    private static LayoutException differs(StructType in, Field field) {
        return new LayoutException(
                "the field '" + field.name() + "' of " + in + " has another type than the one known here");
    }

    private static ValueReader primitives(Primitive primitive, Field field, Slot slot) {
        if (ArrayReaders.element(slot.raw()).isPresent()) {
            return ArrayReaders.reader(slot.raw(), in -> count(in, field));
        }
        ValueReader single = single(primitive);
        return slot.isList() ? list(single, field) : single;
    }

    private static ValueReader single(Primitive primitive) {
        return switch (primitive) {
            case BOOL -> WireInput::bool;
            case INT8 -> WireInput::int8;
            case INT16 -> WireInput::int16;
            case INT32 -> WireInput::int32;
            case INT64 -> WireInput::int64;
            case FLOAT32 -> WireInput::float32;
            case FLOAT64 -> WireInput::float64;
            case STRING, WIDE_STRING -> WireInput::string;
        };
    }

    private static ValueReader list(ValueReader element, Field field) {
        return in -> {
            int count = count(in, field);
            in.expect(count);
            return Stream.generate(() -> element.read(in)).limit(count).toList();
        };
    }

    private static int count(WireInput in, Field field) {
        return field.count().kind() == Count.Kind.FIXED
                ? field.count().size()
                : in.count(field.type().minSize());
    }

    private static MethodHandle constructor(Class<?> type, List<Slot> slots) {
        Class<?>[] parameters = slots.stream().map(Slot::raw).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .unreflectConstructor(type.getConstructor(parameters))
                    .asSpreader(Object[].class, parameters.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is no public record", e);
        }
    }
}
