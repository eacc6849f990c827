package org.dimos.cli.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dimos.cli.Dimos;

/** What the shells of a terminal do. */
record ProgramScript(TerminalSetup setup, Path folder) {

    /** The shell outlives Ctrl-C and the program, as a person's shell does, and tells how that left the terminal. */
    String of(List<String> words) {
        List<String> options =
                List.of("-Ddimos.terminal=true", "-Ddimos.keys=true", "-Ddimos.columns=" + setup.columns());
        return begin() + "trap : INT\n" + String.join("\n", setup.shell()) + "\nstty -a >before\n"
                + command(options, setup.program(), words)
                + " 2>errors\ncode=$?\nstty -a >after\nprintf 'exit code %d\\n' $code\n"
                + "echo $code >code.part\nmv code.part code\nexec cat\n";
    }

    /** The program in another window, where nobody looks. */
    String of(Beside beside, List<String> words) {
        return begin() + beside.script(command(List.of(), Dimos.class, words));
    }

    private String begin() {
        return "cd " + quoted(folder.toString()) + "\n";
    }

    private static String command(List<String> options, Class<?> program, List<String> words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(words);
        return command.stream().map(ProgramScript::quoted).collect(Collectors.joining(" "));
    }

    /** A word as a shell takes it for one. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
