package org.dimos.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dimos.blueprint.config.Settings;
import picocli.CommandLine.Option;

/** The option about the modules' configurations. */
final class ConfigChoice {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Reads the modules' configurations from JSON: {\"Module\": {\"field\": 1}}")
    private Optional<Path> config = Optional.empty();

    /** The configurations by file, environment and command line. */
    Settings settings(Program program) {
        Settings settings =
                Settings.none().withEnvironment(program.environment()).withCommandLine(program.moduleFields());
        return config.map(settings::withFile).orElse(settings);
    }

    /** The same choice as words of a command line. */
    List<String> words() {
        return config.map(file -> List.of("--config", file.toString())).orElse(List.of());
    }
}
