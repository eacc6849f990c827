package org.dimos.record.ros;

/** Reads one value of a record component. */
@FunctionalInterface
interface ValueReader {

    Object read(WireInput in);
}
