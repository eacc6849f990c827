package org.dimos.core.message.lcm;

/**
 * What a field is called.
 *
 * @param struct the LCM name of the struct it is in
 * @param wire its name in the struct
 */
record FieldName(String struct, String wire) {

    /** As error messages name it. */
    @Override
    public String toString() {
        return "field '" + wire + "' of " + struct;
    }
}
