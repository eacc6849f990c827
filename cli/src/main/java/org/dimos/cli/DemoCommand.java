package org.dimos.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.RecordOptions;
import org.dimos.blueprint.config.Settings;
import org.dimos.cli.demo.MapPicture;
import org.dimos.cli.demo.Observer;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;
import org.dimos.core.time.SystemClock;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records the simulated robot, replays the recording into the same blueprint and compares. */
@Command(
        name = "demo",
        description = "Records the simulated robot exploring, replays the recording into the same blueprint with the"
                + " robot replaced, and compares what came out.")
final class DemoCommand implements Callable<Integer> {
    private static final String BLUEPRINT = "sim-nav";
    private static final int PICTURE_COLUMNS = 60;

    private final Program program;
    private final Terminal terminal;

    @Option(
            names = "--duration",
            paramLabel = "S",
            converter = Seconds.class,
            description = "How long the robot explores; 10 where nothing is said.")
    private Duration duration = Duration.ofSeconds(10);

    @Option(names = "--speed", paramLabel = "X", description = "How fast the replay is; 2 where nothing is said.")
    private double speed = 2;

    /** What a run gave. */
    private record Outcome(RunReport report, Optional<OccupancyGrid> map, List<Point> path) {}

    DemoCommand(Program program) {
        this.program = program;
        this.terminal = program.terminal();
    }

    @Override
    public Integer call() {
        Blueprint blueprint =
                Blueprint.autoconnect(program.catalog().of(List.of(BLUEPRINT)), Blueprint.module(Observer.class));
        Path file = RecordChoice.fresh(RecordChoice.defaultFile("demo", new SystemClock().now()));
        try (Interruption interruption = Interruption.listen()) {
            title("1. " + BLUEPRINT + " explores for " + Format.seconds(duration.toNanos()) + " s, recorded into "
                    + file);
            Outcome live = run(
                    blueprint.record(RecordOptions.to(file).titled(BLUEPRINT)), Optional.of(duration), interruption);
            live.report().print(terminal);
            if (interruption.isRequested()) {
                return ExitCode.FAILED;
            }

            title("2. What was recorded");
            Recording recording = Recording.open(file);
            new InfoTable(terminal).print(recording);

            title("3. The same blueprint on the recording, " + speed + " times as fast");
            Blueprint replay = blueprint.replay(recording.speed(speed));
            replay.replayPlan().ifPresent(plan -> terminal.printWrapped(PlanText.INDENT, plan.lines()));
            terminal.out().flush();
            Outcome replayed = run(replay, Optional.empty(), interruption);
            replayed.report().print(terminal);
            return interruption.isRequested() ? ExitCode.FAILED : compare(live, replayed, recording);
        } finally {
            terminal.out().flush();
        }
    }

    private void title(String text) {
        terminal.print("");
        terminal.print(terminal.bold(text));
        terminal.out().flush();
    }

    private Outcome run(Blueprint blueprint, Optional<Duration> limit, Interruption interruption) {
        try (Graph graph = blueprint.start(Settings.none().withEnvironment(program.environment()), limit)) {
            Optional<RuntimeException> failure =
                    new GraphRun(graph, List.of(), terminal).untilEnd(() -> {}, interruption.requested());
            if (failure.isPresent()) {
                throw failure.get();
            }
            Observer observer = graph.part(Observer.class.getSimpleName(), Observer.class);
            return new Outcome(
                    RunReport.of(graph.report(), blueprint.replayPlan(), List.of()), observer.map(), observer.path());
        }
    }

    private int compare(Outcome live, Outcome replayed, Recording recording) {
        title("4. Live and replay compared");
        boolean counts = check(
                replayed.report().isComplete(),
                "recorded = sent = delivered to every receiver, on every stream",
                "messages are missing: recorded, sent and delivered differ in the table above");
        boolean stored = check(
                recording.recorded().stream().allMatch(stream -> stream.lost() == 0),
                "the recorder stored every message",
                "the recorder lost messages: see the column 'lost' above");
        boolean maps = check(
                live.map().isPresent() && live.map().equals(replayed.map()),
                "the map built from the replay equals the one built live: " + describe(replayed.map()),
                "the maps differ: live " + describe(live.map()) + ", replay " + describe(replayed.map()));
        replayed.map().ifPresent(map -> terminal.print(MapPicture.of(map, replayed.path(), PICTURE_COLUMNS)));
        return counts && stored && maps ? ExitCode.OK : ExitCode.FAILED;
    }

    private boolean check(boolean holds, String good, String bad) {
        terminal.print(holds ? terminal.green("  ok  ") + good : terminal.red("  NO  ") + bad);
        return holds;
    }

    private static String describe(Optional<OccupancyGrid> map) {
        return map.map(grid -> grid.info().width() + " x " + grid.info().height() + " cells, "
                        + Format.count(MapPicture.knownCells(grid)) + " known")
                .orElse("no map");
    }
}
