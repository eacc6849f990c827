package org.dimos.blueprint.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user sets of the modules' configurations from outside. Later layers win: defaults, file, environment,
 * blueprint, command line.
 *
 * @param file values by module and field, as {@code {"SimConnection": {"seed": 7}}}
 * @param environment environment variables; {@code DIMOS_SIM_CONNECTION_SEED} sets {@code SimConnection.seed}
 * @param commandLine values as text by {@code Module.field}
 */
public record Settings(ObjectNode file, Map<String, String> environment, Map<String, String> commandLine) {
    public Settings {
        file = file.deepCopy();
        environment = Map.copyOf(environment);
        commandLine = Map.copyOf(commandLine);
    }

    /** Nothing is set from outside. */
    public static Settings none() {
        return new Settings(ConfigValues.empty(), Map.of(), Map.of());
    }

    /**
     * The same with the values of a JSON file.
     *
     * @throws ConfigException if the file cannot be read or is no JSON object
     */
    public Settings withFile(Path path) {
        try {
            JsonNode tree = ConfigValues.JSON.readTree(Files.readString(path));
            if (tree instanceof ObjectNode values) {
                return new Settings(values, environment, commandLine);
            }
            throw new ConfigException(path + " holds no JSON object; it should look like {\"Module\": {\"field\": 1}}");
        } catch (JsonProcessingException e) {
            throw new ConfigException(path + " is not valid JSON: " + e.getOriginalMessage() + " in line "
                    + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new ConfigException("configuration file " + path + " cannot be read: " + e.getMessage());
        }
    }

    /** The same without what the file says about some modules, which do not run. */
    public Settings withoutSections(List<String> modules) {
        ObjectNode rest = file.deepCopy();
        modules.forEach(rest::remove);
        return new Settings(rest, environment, commandLine);
    }

    /** The same without what the file and the command line say about some modules, which do not run. */
    public Settings without(List<String> modules) {
        Map<String, String> rest = new LinkedHashMap<>(commandLine);
        modules.forEach(module -> rest.keySet().removeIf(key -> key.startsWith(module + ".")));
        return withoutSections(modules).withCommandLine(rest);
    }

    /** The same with these environment variables. */
    public Settings withEnvironment(Map<String, String> variables) {
        return new Settings(file, variables, commandLine);
    }

    /** The same with these values from the command line, by {@code Module.field}. */
    public Settings withCommandLine(Map<String, String> values) {
        return new Settings(file, environment, values);
    }
}
