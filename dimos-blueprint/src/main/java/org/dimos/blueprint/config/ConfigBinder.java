package org.dimos.blueprint.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dimos.core.text.Nearest;

/** Puts the layers of configuration together and makes each module's {@code Config} record, or tells all mistakes. */
public final class ConfigBinder {
    private final Map<String, ModuleConfig> modules = new HashMap<>();
    private final Settings settings;

    /** A binder for these modules. */
    public ConfigBinder(List<ModuleConfig> modules, Settings settings) {
        modules.forEach(module -> this.modules.put(module.module(), module));
        this.settings = settings;
    }

    /**
     * The configuration of each module that has one, by the module's name.
     *
     * @throws ConfigException with all mistakes: unknown modules and fields, values that do not fit
     */
    public Map<String, Object> bind() {
        List<String> mistakes = new ArrayList<>();
        Map<String, Map<String, String>> commandLine = commandLineByModule(mistakes);
        settings.file().fieldNames().forEachRemaining(module -> checkSection(module, mistakes));
        Map<String, Object> configs = new HashMap<>();
        for (ModuleConfig module : modules.values()) {
            Optional<ConfigRecord> record = ConfigRecord.of(module);
            List<Layer> layers = layers(module, commandLine.getOrDefault(module.module(), Map.of()));
            if (record.isPresent()) {
                record.get().bind(layers, mistakes).ifPresent(config -> configs.put(module.module(), config));
            } else {
                layers.forEach(layer -> layer.refuseAll(module.module(), mistakes));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new ConfigException(mistakes);
        }
        return configs;
    }

    private List<Layer> layers(ModuleConfig module, Map<String, String> commandLine) {
        JsonNode fromFile = settings.file().path(module.module());
        return List.of(
                new Layer(
                        "the configuration file",
                        fromFile instanceof ObjectNode values ? values : ConfigValues.empty()),
                Layer.ofText("the environment", environment(module)),
                new Layer("the blueprint", module.values()),
                Layer.ofText("the command line", commandLine));
    }

    private Map<String, String> environment(ModuleConfig module) {
        return EnvironmentLayer.of(module, modules.keySet(), settings.environment());
    }

    private Map<String, Map<String, String>> commandLineByModule(List<String> mistakes) {
        Map<String, Map<String, String>> byModule = new HashMap<>();
        settings.commandLine().forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            String module = key.substring(0, Math.max(0, dot));
            if (dot <= 0) {
                mistakes.add("option '" + key + "' is not known; a module's field is set with --MODULE.FIELD value");
            } else if (checkModule(module, "the command line", mistakes)) {
                byModule.computeIfAbsent(module, name -> new HashMap<>()).put(key.substring(dot + 1), value);
            }
        });
        return byModule;
    }

    private void checkSection(String module, List<String> mistakes) {
        if (checkModule(module, "the configuration file", mistakes)
                && !settings.file().path(module).isObject()) {
            mistakes.add("module '" + module + "' is set to " + settings.file().path(module)
                    + " by the configuration file; it takes an object: {\"" + module + "\": {\"field\": 1}}");
        }
    }

    private boolean checkModule(String module, String source, List<String> mistakes) {
        if (modules.containsKey(module)) {
            return true;
        }
        mistakes.add("module '" + module + "' in " + source + " is not in the blueprint"
                + Nearest.hint(module, new TreeSet<>(modules.keySet())));
        return false;
    }
}
