package org.dimos.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.LiveConnection;
import org.dimos.blueprint.introspection.LiveRun;
import org.dimos.blueprint.introspection.LiveRunException;
import org.dimos.blueprint.introspection.RecordingState;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.cli.live.Rates;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.core.time.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs that are going on. */
@Command(name = "ps", description = "Lists the runs that are going on, the oldest first.")
final class PsCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Program program;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    PsCommand(Program program) {
        this.program = program;
    }

    /**
     * A run and how it goes.
     *
     * @param rates what it does; empty if it does not answer
     * @param silence why it does not
     */
    private record Seen(LiveRun run, Optional<Rates> rates, Optional<String> silence) {}

    @Override
    public Integer call() {
        List<CompletableFuture<Seen>> looks = new LiveChoice(program)
                .all().stream()
                        .map(run -> CompletableFuture.supplyAsync(() -> look(run)))
                        .toList();
        List<Seen> seen = looks.stream().map(CompletableFuture::join).toList();
        if (json) {
            program.terminal().print(Json.of(seen.stream().map(PsCommand::data).toList()));
        } else if (seen.isEmpty()) {
            program.terminal().print("no run is going on");
        } else {
            table(seen).print(program.terminal());
        }
        return ExitCode.OK;
    }

    private static Seen look(LiveRun run) {
        try (LiveConnection connection = run.connect(PATIENCE)) {
            GraphStatus first = connection.status();
            LockSupport.parkNanos(LOOK.toNanos());
            return new Seen(run, Optional.of(new Rates(first, connection.status())), Optional.empty());
        } catch (LiveRunException e) {
            return new Seen(run, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static Table table(List<Seen> runs) {
        Table table = new Table(
                Column.name("run"),
                Column.name("blueprint"),
                Column.number("pid"),
                Column.number("for"),
                Column.text("mode"),
                Column.number("CPU %"),
                Column.number("on bus"),
                Column.text("recording"));
        Instant now = new SystemClock().now();
        for (Seen seen : runs) {
            LiveRun run = seen.run();
            Optional<GraphStatus> status = seen.rates().map(Rates::now);
            table.row(
                    run.id(),
                    run.blueprint(),
                    Long.toString(run.pid()),
                    Age.text(Duration.between(run.started(), now)),
                    run.entry().mode().text(),
                    seen.rates().map(rates -> Rates.percent(rates.cpu())).orElse("-"),
                    status.map(graph -> Format.count(onBus(graph).size())).orElse("-"),
                    status.map(PsCommand::recording).orElse("does not answer"));
        }
        return table;
    }

    private static List<String> onBus(GraphStatus graph) {
        return graph.streams().stream()
                .filter(stream -> !stream.transports().isEmpty())
                .map(StreamTraffic::name)
                .toList();
    }

    /** In a word or two; the worst of all recorders. */
    private static String recording(GraphStatus graph) {
        if (graph.recordings().isEmpty()) {
            return "no";
        }
        long lost = graph.recordings().stream().mapToLong(RecordingState::lost).sum();
        String state = graph.recordings().stream()
                .map(RecordingState::state)
                .filter(each -> !each.equals("recording"))
                .findFirst()
                .orElse("yes");
        return lost == 0 ? state : state + ", " + Format.count(lost) + " lost";
    }

    private static Map<String, Object> data(Seen seen) {
        LiveRun run = seen.run();
        Map<String, Object> data = Json.object(
                "run", run.id(),
                "blueprint", run.blueprint(),
                "pid", run.pid(),
                "started", run.started().toString(),
                "mode", run.entry().mode().text());
        run.entry().log().ifPresent(log -> data.put("log", log.toString()));
        seen.rates().ifPresent(rates -> {
            data.put("cpu", rates.cpu());
            data.put("modules", rates.now().modules().size());
            data.put("streams", rates.now().streams().size());
            data.put("onBus", onBus(rates.now()));
            data.put(
                    "recordings",
                    rates.now().recordings().stream().map(PsCommand::data).toList());
        });
        seen.silence().ifPresent(reason -> data.put("silent", reason));
        return data;
    }

    private static Map<String, Object> data(RecordingState recording) {
        Map<String, Object> data = Json.object(
                "file", recording.file(),
                "state", recording.state(),
                "stored", recording.stored(),
                "lost", recording.lost());
        recording.reason().ifPresent(reason -> data.put("reason", reason));
        return data;
    }
}
