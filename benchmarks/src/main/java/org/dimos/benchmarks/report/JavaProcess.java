package org.dimos.benchmarks.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class of this program as a process of its own. */
public final class JavaProcess {
    private JavaProcess() {}

    /** Its errors go where those of this process go. */
    public static ProcessBuilder builder(List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
