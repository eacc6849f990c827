package org.dimos.blueprint.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Values of one module's configuration from one source.
 *
 * @param source what a person calls the source
 * @param values JSON values by field; from text sources each is a JSON string still to be understood
 */
record Layer(String source, ObjectNode values) {

    static Layer ofText(String source, Map<String, String> values) {
        ObjectNode nodes = ConfigValues.empty();
        values.forEach(nodes::put);
        return new Layer(source, nodes);
    }

    void refuseAll(String module, List<String> mistakes) {
        values.fieldNames()
                .forEachRemaining(field -> mistakes.add("field '" + field + "' in " + source + " is not known: module '"
                        + module + "' has no configuration"));
    }
}
