package org.dimos.core.message.lcm;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.OptionalInt;
import org.dimos.core.message.LcmType;

/** Where in a message of a type its stamp is: in a header that comes first, or in that of the first of its elements. */
final class StampOffset {
    private static final String HEADER = "std_msgs.Header";
    private static final int SEQUENCE = Integer.BYTES;

    private StampOffset() {}

    /** How many bytes behind the fingerprint the stamp begins; empty if that differs, or there is none. */
    static OptionalInt of(Class<?> type) {
        RecordComponent[] fields = type.getRecordComponents();
        if (fields.length == 0) {
            return OptionalInt.empty();
        }
        int counts = Struct.of(type).counted() * Integer.BYTES;
        LcmType named = fields[0].getType().getAnnotation(LcmType.class);
        if (named != null && named.value().equals(HEADER)) {
            return OptionalInt.of(counts + SEQUENCE);
        }
        Class<?> element = element(fields[0].getGenericType());
        OptionalInt within = element.isRecord() ? of(element) : OptionalInt.empty();
        return within.isPresent() ? OptionalInt.of(counts + within.getAsInt()) : OptionalInt.empty();
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list
                        && list.getRawType() == List.class
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }
}
