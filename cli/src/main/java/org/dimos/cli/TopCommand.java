package org.dimos.cli;

import java.io.IOError;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.LiveConnection;
import org.dimos.blueprint.introspection.LiveRun;
import org.dimos.blueprint.introspection.LiveRunException;
import org.dimos.cli.live.Rates;
import org.dimos.cli.live.TopData;
import org.dimos.cli.live.TopText;
import org.dimos.cli.text.Json;
import org.jline.keymap.BindingReader;
import org.jline.reader.EndOfFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the modules and streams of a run do, again and again. */
@Command(
        name = "top",
        sortOptions = false,
        description =
                "Shows what the modules and streams of a run do, every two seconds until the run ends, q or Ctrl-C.")
final class TopCommand implements Callable<Integer> {
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration ONCE = Duration.ofMillis(500);

    private final Program program;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run: its id, the beginning of it, or its blueprint; not needed if there is only one.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--once", description = "Shows it once.")
    private boolean once;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    TopCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        LiveChoice choice = new LiveChoice(program);
        LiveRun run = name.map(choice::named).orElseGet(choice::only);
        try (LiveConnection connection = run.connect()) {
            GraphStatus first = connection.status();
            if (once) {
                watchOnce(run, connection, first);
            } else {
                watch(run, connection, first);
            }
            return ExitCode.OK;
        }
    }

    private void watchOnce(LiveRun run, LiveConnection connection, GraphStatus first) {
        boolean unused = new End(new CompletableFuture<>()).comesWithin(ONCE);
        print(run, new Rates(first, connection.status()));
    }

    private void watch(LiveRun run, LiveConnection connection, GraphStatus first) {
        boolean inPlace = program.terminal().interactive() && !json;
        try (Interruption interruption = Interruption.listen();
                TopScreen screen = TopScreen.open(program.terminal(), inPlace)) {
            End end = End.firstOf(interruption.requested(), quit(screen));
            GraphStatus before = first;
            while (!end.comesWithin(PERIOD)) {
                GraphStatus now = connection.status();
                Rates rates = new Rates(before, now);
                if (inPlace) {
                    screen.show((width, height) -> new TopText(run.entry(), rates).lines(width, height));
                } else if (!print(run, rates)) {
                    return;
                }
                before = now;
            }
        } catch (LiveRunException e) {
            if (run.isAlive() && new LiveChoice(program).isGoingOn(run.id())) {
                throw e;
            }
        }
        if (!new LiveChoice(program).isGoingOn(run.id())) {
            program.terminal().note("run " + run.id() + " has ended");
        }
    }

    /** Whether somebody reads it. */
    private boolean print(LiveRun run, Rates rates) {
        if (json) {
            program.terminal().print(Json.of(TopData.of(run.entry(), rates)));
        } else {
            program.terminal()
                    .print(new TopText(run.entry(), rates)
                            .lines(program.terminal().columns()));
            program.terminal().print("");
        }
        return !program.terminal().out().checkError();
    }

    static CompletableFuture<Void> quit(TopScreen screen) {
        CompletableFuture<Void> quit = new CompletableFuture<>();
        screen.keys().ifPresent(keys -> {
            Thread thread = new Thread(() -> awaitQuit(keys, quit), "dimos-keys");
            thread.setDaemon(true);
            thread.start();
        });
        return quit;
    }

    private static void awaitQuit(BindingReader keys, CompletableFuture<Void> quit) {
        try {
            for (int key = keys.readCharacter(); key >= 0; key = keys.readCharacter()) {
                if (key == 'q') {
                    quit.complete(null);
                }
            }
        } catch (EndOfFileException | IOError e) {
            // no more keys come; Ctrl-C is left
        }
    }
}
