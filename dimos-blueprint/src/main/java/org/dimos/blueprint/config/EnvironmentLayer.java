package org.dimos.blueprint.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds a module's fields among environment variables: {@code DIMOS_SIM_CONNECTION_MAX_SPEED}. */
final class EnvironmentLayer {
    private EnvironmentLayer() {}

    /** A variable that begins like two modules belongs to the one with the longer name. */
    static Map<String, String> of(ModuleConfig module, Set<String> modules, Map<String, String> environment) {
        String prefix = prefix(module.module());
        List<String> longer = modules.stream()
                .map(EnvironmentLayer::prefix)
                .filter(other -> other.startsWith(prefix) && !other.equals(prefix))
                .toList();
        Map<String, String> byConstant = ConfigRecord.of(module)
                .map(ConfigRecord::fields)
                .map(fields -> {
                    Map<String, String> names = new HashMap<>();
                    fields.forEach(field -> names.put(constantCase(field), field));
                    return names;
                })
                .orElse(new HashMap<>());
        Map<String, String> values = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(prefix) && longer.stream().noneMatch(variable::startsWith)) {
                String constant = variable.substring(prefix.length());
                values.put(byConstant.getOrDefault(constant, constant.toLowerCase(Locale.ROOT)), value);
            }
        });
        return values;
    }

    private static String prefix(String module) {
        return "DIMOS_" + constantCase(module) + "_";
    }

    private static String constantCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
