package org.dimos.cli;

import java.util.ArrayList;
import java.util.List;
import org.dimos.blueprint.Blueprint;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which blueprint a command is about. */
final class BlueprintChoice {
    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            completionCandidates = BlueprintNames.class,
            description = "A blueprint; several are put together.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--disable",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "MODULE...",
            description = "Leaves modules out.")
    private List<String> disabled = List.of();

    /** What a person calls it. */
    String title() {
        return String.join("+", names);
    }

    Blueprint blueprint(Program program) {
        return program.catalog().of(names).disable(disabled.toArray(String[]::new));
    }

    /** The same choice as words of a command line. */
    List<String> words() {
        List<String> words = new ArrayList<>(names);
        disabled.forEach(module -> words.addAll(List.of("--disable", module)));
        return words;
    }
}
