package org.dimos.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which modules run where a replay is compared with its recording. */
final class KeepChoice {
    @Option(
            names = "--keep",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "MODULE...",
            description = "Runs these modules and leaves the others to the recording; by default all run that can.")
    private List<String> keep = List.of();

    Set<String> modules() {
        return new LinkedHashSet<>(keep);
    }

    /** The same choice as words of a command line. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        keep.forEach(module -> words.addAll(List.of("--keep", module)));
        return words;
    }
}
