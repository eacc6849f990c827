package org.dimos.record.imports.ros;

/** Reads one value of a record component. */
@FunctionalInterface
interface ValueReader {

    Object read(WireInput in);
}
