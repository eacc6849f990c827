package org.dimos.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dimos.cli.text.Terminal;

/**
 * What the program answered to a command line.
 *
 * @param code its exit code
 * @param out what it wrote
 * @param err what it complained about
 */
record Answer(int code, String out, String err) {
    /** Where runs are kept while tests run: not among those of the user. */
    private static final String STATE = System.getenv()
            .getOrDefault("DIMOS_STATE", Path.of("target", "state").toString());

    static Answer to(String... args) {
        return with(Map.of("DIMOS_STATE", STATE), args);
    }

    static Answer with(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(err));
        int code = Dimos.run(terminal, environment, args);
        return new Answer(code, out.toString(), err.toString());
    }

    List<String> complaints() {
        return err.lines().toList();
    }
}
