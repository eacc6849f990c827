package org.dimos.core.message.lcm;

import java.lang.invoke.MethodHandle;

/** Reads one component of records. The handle takes an {@link Object} and returns a primitive or an {@link Object}. */
record Getter(MethodHandle handle, FieldName name) {

    /** The value of a component that is no primitive. */
    Object object(Object record) throws Throwable {
        Object value = handle.invokeExact(record);
        if (value == null) {
            throw new IllegalArgumentException(name + " is null; an LCM message has a value for every field");
        }
        return value;
    }
}
