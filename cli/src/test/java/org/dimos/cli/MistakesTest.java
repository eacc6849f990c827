package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake of the user: one line that says what is right instead, exit code 2, no stack trace. */
class MistakesTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | a command is missing; see 'dimos --help'
            lst                                  | command 'lst' is not known; did you mean 'list'?
            list --jsn                           | option '--jsn' is not known; did you mean '--json'?
            info                                 | FILE is missing.
            info a b                             | 'b' is one word too many.
            info no-such-file.db                 | no-such-file.db
            run                                  | NAME is missing.
            run test-countin                     | blueprint 'test-countin' is not known; did you mean 'test-counting'?
            graph test-countin                   | blueprint 'test-countin' is not known; did you mean 'test-counting'?
            run test-counting --sek 3            | option '--sek' is not known; did you mean '--seek'?
            run test-counting --seek 3           | --seek changes a replay; add --replay FILE
            run test-counting --loop             | --loop changes a replay; add --replay FILE
            run test-counting --every count=2    | --every changes a replay; add --replay FILE
            run test-counting --duration -1      | '-1' is not a number of seconds such as 10 or 1.5
            run test-counting --duration x       | 'x' is not a number of seconds such as 10 or 1.5
            run test-counting --duration 0       | --duration 0 runs nothing
            run test-counting --replay           | has no recording of its own; name one: --replay FILE
            run test-counting --replay no.db     | no.db
            run test-counting --disable Conter   | module 'Conter' is not in the blueprint; did you mean 'Counter'?
            run test-counting --Counter.x 3      | module 'Counter' has no field 'x'
            run test-counting --Counter.periodMilli=3 | did you mean 'periodMillis'?
            run test-counting --Conter.periodMillis 3 | module 'Conter' in the command line is not in the blueprint; did you mean 'Counter'?
            run test-counting --Counter.periodMillis often | field 'periodMillis' of module 'Counter' is set to "often"
            run test-counting --Counter.periodMillis | option '--Counter.periodMillis' needs a value
            run test-counting --config no.json   | configuration file no.json cannot be read
            run test-counting --record-streams x* --plan | no output of the blueprint matches 'x*'
            list --classpath no.jar              | --classpath: there is no file no.jar
            --classpath no.jar list              | --classpath: there is no file no.jar
            --classpath pom.xml list             | --classpath: pom.xml is no jar
            import no.bag new.db                 | no.bag
            import only-one                      | TARGET is missing.
            """)
    void isToldInOneLine(String command, String expected) {
        Answer answer = Answer.to(words(command));

        assertThat(answer.complaints())
                .as(answer.err())
                .singleElement()
                .asString()
                .startsWith("dimos: ")
                .contains(expected);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
    }

    private static String[] words(String command) {
        return command.isBlank() ? new String[0] : command.strip().split(" +");
    }

    @Test
    void severalMistakesAreToldAtOnce() {
        Answer answer = Answer.to("run", "test-counting", "--seek", "3", "--speed", "2");

        assertThat(answer.complaints()).hasSize(2);
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void aRecordingIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("run.db"), "precious");

        Answer answer = Answer.to("run", "test-counting", "--record", file.toString());

        assertThat(answer.err()).contains(file + " exists already");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(file).hasContent("precious");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("run.db"), "this is a text, long enough to be one");

        Answer answer = Answer.to("info", file.toString());

        assertThat(answer.complaints()).singleElement().asString().contains("run.db is no recording");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void aNameWithControlCharactersIsToldInOneLine() {
        Answer answer = Answer.to("run", "bad\nname\u001b[2J");

        assertThat(answer.complaints()).singleElement().asString().contains("bad?name?[2J");
    }

    @Test
    void aStackTraceIsShownToWhoAsksForIt() {
        Answer answer = Answer.with(java.util.Map.of("DIMOS_DEBUG", "1"), "run", "nothing");

        assertThat(answer.err()).contains("UsageException");
    }
}
