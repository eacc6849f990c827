package org.dimos.record.compare;

/**
 * Where two messages are different.
 *
 * @param field the path of the field: {@code pose.pose.position.x}, {@code data[17]}
 * @param left what the first has there
 * @param right what the second has there
 */
public record FieldDifference(String field, String left, String right) {

    FieldDifference below(String parent) {
        String separator = field.startsWith("[") || field.isEmpty() ? "" : ".";
        return new FieldDifference(parent + separator + field, left, right);
    }
}
