package org.dimos.record.ros;

/** Writes one value of a record component. */
@FunctionalInterface
interface ValueWriter {

    void write(Object value, CdrOutput out);
}
