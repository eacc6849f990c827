package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.introspection.Announcement;
import org.dimos.cli.testing.Counter;
import org.dimos.cli.testing.Listener;
import org.dimos.cli.testing.TmuxTerminal;
import org.dimos.record.rolling.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopIT {
    @TempDir
    private Path folder = Path.of("");

    private Graph graph = Blueprint.module(Counter.class).start();

    @BeforeEach
    void manyModules() {
        graph.close();
        List<Blueprint> modules = new ArrayList<>(List.of(Blueprint.module(Counter.class)));
        for (int i = 0; i < 30; i++) {
            modules.add(Blueprint.module(Listener.class, "listener_" + i));
        }
        graph = Blueprint.autoconnect(modules.toArray(Blueprint[]::new)).start();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private Announcement announce() {
        return Announcement.of(
                graph, "many", "20260101-many-1234", Optional.empty(), new StateFolder(folder), () -> {});
    }

    private TmuxTerminal top(int columns, int rows) {
        return TmuxTerminal.run(folder, columns, rows, Map.of("DIMOS_STATE", folder.toString()), "top");
    }

    @Test
    void whatAGraphDoesFitsTheTerminalAlsoWhenThatChanges() {
        try (Announcement unused = announce();
                TmuxTerminal terminal = top(80, 24)) {
            String first = terminal.await("q quits");
            assertThat(first.lines().toList())
                    .hasSizeLessThanOrEqualTo(24)
                    .first()
                    .asString()
                    .startsWith("many   live");
            assertThat(first).contains("Counter", "count", "modules more");
            assertThat(terminal.value("#{alternate_on}")).isEqualTo("1");
            assertThat(terminal.value("#{cursor_flag}")).isEqualTo("0");

            terminal.resize(120, 50);
            String large = terminal.await(
                    "shows all modules", screen -> !screen.contains("more") && screen.contains("q quits"));
            assertThat(large).contains("listener_29", "listener_0", "(outside of modules)");

            terminal.type("q");
            assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
            terminal.assertRestored();
            assertThat(terminal.value("#{alternate_on}")).isEqualTo("0");
            assertThat(terminal.value("#{cursor_flag}")).isEqualTo("1");
        }
    }

    @Test
    void ctrlCRestoresTheTerminal() {
        try (Announcement unused = announce();
                TmuxTerminal terminal = top(80, 24)) {
            String shown = terminal.await("q quits");
            assertThat(shown).contains("Counter");

            terminal.press("C-c");

            assertThat(terminal.exitCode()).isEqualTo(130);
            terminal.assertRestored();
            assertThat(terminal.value("#{alternate_on}")).isEqualTo("0");
        }
    }

    @Test
    void theEndOfTheRunIsToldOnTheScreenThatWasThereBefore() {
        try (Announcement announcement = announce();
                TmuxTerminal terminal = top(80, 24)) {
            String shown = terminal.await("q quits");
            assertThat(shown).contains("Counter");

            announcement.close();

            assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(terminal.errors()).contains("run 20260101-many-1234 has ended");
            terminal.assertRestored();
        }
    }
}
