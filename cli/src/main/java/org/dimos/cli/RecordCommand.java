package org.dimos.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.dimos.blueprint.introspection.LiveConnection;
import org.dimos.blueprint.introspection.LiveRun;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.core.text.Glob;
import org.dimos.core.text.Nearest;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;
import org.dimos.record.FileTarget;
import org.dimos.record.RecordedCount;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecorderStatus;
import org.dimos.record.bus.BusRecorder;
import org.dimos.record.bus.BusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records what other processes send. */
@Command(
        name = "record",
        sortOptions = false,
        description = "Records what other processes send on LCM, as the bytes they send, until Ctrl-C.")
final class RecordCommand implements Callable<Integer> {
    private static final Duration REFRESH = Duration.ofMillis(200);

    private final Program program;

    @Option(
            names = "--streams",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB...",
            description =
                    "Records these streams only: 'lidar', 'camera*'; without it all but what runs announce of themselves.")
    private List<String> streams = List.of();

    @Option(
            names = "--modules",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "NAME...",
            description = "Records what these modules of the run that is going on publish; the run puts it on LCM.")
    private List<String> modules = List.of();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description =
                    "The run of --modules, if several are going on: its id, the beginning of it, or its blueprint.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The new file; without it recordings/<time>-bus/memory.db.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--duration", paramLabel = "S", converter = Seconds.class, description = "Stops after S seconds.")
    private Optional<Duration> duration = Optional.empty();

    @Option(names = "--json", description = "Writes the final counts as JSON.")
    private boolean json;

    RecordCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Path target =
                RecordChoice.fresh(file.orElseGet(() -> RecordChoice.defaultFile("bus", new SystemClock().now())));
        List<String> names = new ArrayList<>(streams);
        if (!modules.isEmpty()) {
            names.addAll(sharedStreams());
        } else if (run.isPresent()) {
            throw new UsageException("--run needs --modules");
        }
        Predicate<String> wanted = names.isEmpty() ? name -> !name.equals(LiveRuns.STREAM) : Glob.matchingAny(names);
        try (Interruption interruption = Interruption.listen();
                Transport transport = Transports.open("lcm", program.environment());
                BusRecorder recorder =
                        new BusRecorder(transport, new FileTarget(target), new RecorderConfig(), wanted, "bus")) {
            recorder.start();
            say("recording into " + target + "; Ctrl-C stops it");
            await(recorder, new BusWait(interruption, duration));
            BusReport report = recorder.stop();
            print(report);
            program.terminal().out().flush();
            return report.recorder().failure().isPresent() ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    /** The outputs of the modules, which the run puts on LCM. */
    private List<String> sharedStreams() {
        LiveChoice choice = new LiveChoice(program);
        LiveRun live = run.map(choice::named).orElseGet(choice::only);
        Map<String, List<String>> outputs = new LinkedHashMap<>();
        try (LiveConnection connection = live.connect()) {
            connection.status().modules().forEach(module -> outputs.put(module.name(), module.outputs()));
        }
        List<String> names = new ArrayList<>();
        for (String module : modules) {
            if (!outputs.containsKey(module)) {
                throw new UsageException("module '" + module + "' does not run in " + live.id()
                        + Nearest.hint(module, outputs.keySet()));
            }
            names.addAll(outputs.getOrDefault(module, List.of()));
        }
        if (names.isEmpty()) {
            throw new UsageException(String.join(", ", modules) + " publishes nothing that could be recorded");
        }
        return live.share(names);
    }

    private void await(BusRecorder recorder, BusWait wait) {
        StatusLine line = new StatusLine(program.terminal());
        while (wait.next(REFRESH) && recorder.status().state() != RecorderStatus.State.STOPPED) {
            line.show(state(recorder.status(), wait.passedNanos()));
        }
        line.clear();
    }

    private static String state(RecorderStatus status, long nanos) {
        return "REC " + Format.seconds(nanos) + " s   "
                + Format.count(status.streams().size(), "stream") + "   "
                + Format.count(status.stored(), "message") + "   " + Format.bytes(status.fileBytes()) + "   "
                + Format.count(status.lost()) + " lost"
                + status.reason().map(reason -> "   waits: " + reason).orElse("");
    }

    private void say(String line) {
        if (json) {
            program.terminal().note(line);
        } else {
            program.terminal().printWrapped(2, List.of(line));
            program.terminal().out().flush();
        }
    }

    private void print(BusReport report) {
        Terminal terminal = program.terminal();
        if (json) {
            terminal.print(Json.of(data(report)));
            return;
        }
        Table table =
                new Table(Column.name("stream"), Column.name("type"), Column.number("stored"), Column.number("lost"));
        for (RecordedCount stream : report.recorder().streams()) {
            table.row(
                    stream.stream(),
                    report.types().getOrDefault(stream.stream(), ""),
                    Format.count(stream.stored()),
                    Format.count(stream.lost()));
        }
        table.print(terminal);
        terminal.printWrapped(2, sentences(report));
    }

    private static List<String> sentences(BusReport report) {
        String stored = Format.count(report.recorder().stored(), "message") + " stored in "
                + report.recorder().file() + ", "
                + Format.count(report.recorder().lost()) + " lost"
                + (report.leftOut() == 0 ? "" : ", " + Format.count(report.leftOut()) + " of other streams")
                + report.recorder()
                        .failure()
                        .map(reason -> "; recording stopped early: " + reason)
                        .orElse("");
        List<String> skipped = report.skipped().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(skip -> Format.count(skip.getValue(), "message") + " not recorded: " + skip.getKey())
                .toList();
        List<String> sentences = new ArrayList<>(List.of(stored));
        sentences.addAll(skipped);
        sentences.add(LinkText.total(report.transport()));
        return sentences;
    }

    private static Map<String, Object> data(BusReport report) {
        return Json.object(
                "file",
                report.recorder().file().toString(),
                "streams",
                report.recorder().streams().stream()
                        .map(stream -> Json.object(
                                "stream", stream.stream(),
                                "type", report.types().getOrDefault(stream.stream(), ""),
                                "stored", stream.stored(),
                                "lost", stream.lost()))
                        .toList(),
                "seen",
                report.seen(),
                "leftOut",
                report.leftOut(),
                "skipped",
                report.skipped(),
                "failure",
                report.recorder().failure().orElse(""),
                "transport",
                report.transport());
    }
}
