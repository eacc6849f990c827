package org.dimos.core.message.lcm;

import java.lang.invoke.MethodHandle;
import java.nio.BufferUnderflowException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dimos.core.message.MessageFormatException;

/** What a record class looks like on the wire. Made once per class. */
final class Struct {
    private static final ClassValue<Struct> STRUCTS = new ClassValue<>() {
        @Override
        protected Struct computeValue(Class<?> type) {
            return StructBuilder.build(type);
        }
    };
    private static final int[] NO_COUNTS = {};

    private final Class<?> type;
    private final String name;
    private final MethodHandle constructor;
    private final Field[] fields;
    private final int counted;
    private final int minSize;

    /** @param constructor takes an {@code Object[]} and returns an {@code Object} */
    Struct(Class<?> type, String name, MethodHandle constructor, List<Field> fields) {
        this.type = type;
        this.name = name;
        this.constructor = constructor;
        this.fields = fields.toArray(Field[]::new);
        this.counted = (int) fields.stream().filter(Field::counted).count();
        this.minSize = fields.stream().mapToInt(Field::minSize).reduce(counted * Integer.BYTES, Math::addExact);
    }

    static Struct of(Class<?> type) {
        return STRUCTS.get(type);
    }

    String name() {
        return name;
    }

    int minSize() {
        return minSize;
    }

    /** How many of its fields are arrays whose lengths stand before all fields. */
    int counted() {
        return counted;
    }

    /** The bytes that a record takes, without a fingerprint, each text taken for ASCII. */
    int size(Object record) throws Throwable {
        int size = counted * Integer.BYTES;
        for (Field field : fields) {
            size = Math.addExact(size, field.size(record));
        }
        return size;
    }

    void write(Object record, LcmWriter out) throws Throwable {
        if (counted > 0) {
            for (Field field : fields) {
                if (field.counted()) {
                    out.room(Integer.BYTES).putInt(field.count(record));
                }
            }
        }
        for (Field field : fields) {
            field.write(record, out);
        }
    }

    Object read(LcmReader in) throws Throwable {
        in.enter();
        Object[] values = new Object[fields.length];
        int i = 0;
        int nextCount = 0;
        try {
            int[] counts = counted == 0 ? NO_COUNTS : readCounts(in);
            for (; i < fields.length; i++) {
                Field field = fields[i];
                values[i] = field.read(in, field.counted() ? counts[nextCount++] : 0);
            }
        } catch (BufferUnderflowException e) {
            throw in.truncated(fields[i]);
        }
        in.leave();
        return construct(values, in);
    }

    private int[] readCounts(LcmReader in) {
        int[] counts = new int[counted];
        int i = 0;
        for (Field field : fields) {
            if (field.counted()) {
                counts[i++] = in.readCount(field);
            }
        }
        return counts;
    }

    private Object construct(Object[] values, LcmReader in) throws Throwable {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException e) {
            MessageFormatException refusal = in.refuse(name + " does not take these values: " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }

    long fingerprint() {
        return fingerprint(new HashSet<>());
    }

    long fingerprint(Set<Class<?>> path) {
        if (!path.add(type)) {
            return 0;
        }
        Fingerprint own = new Fingerprint();
        for (Field field : fields) {
            if (field.counted()) {
                own.addLength(field.name().wire());
            }
        }
        long sum = 0;
        for (Field field : fields) {
            field.addTo(own);
            sum += field.typeFingerprint(path);
        }
        path.remove(type);
        return Long.rotateLeft(own.value() + sum, 1);
    }
}
