package org.dimos.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.RecordOptions;
import org.dimos.core.time.SystemClock;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a blueprint: live, recorded, or on a recording. */
@Command(
        name = "run",
        sortOptions = false,
        customSynopsis = "dimos run NAME... [OPTION...]",
        description = "Runs a blueprint: live, recorded, or on a recording.",
        footer = {"", "A module's configuration is set with --MODULE.FIELD VALUE."})
final class RunCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private final BlueprintChoice choice = new BlueprintChoice();

    @Mixin
    private final RecordChoice record = new RecordChoice();

    @Mixin
    private final RollingChoice rolling = new RollingChoice();

    @Mixin
    private final ReplayChoice replay = new ReplayChoice();

    @Option(
            names = "--duration",
            paramLabel = "S",
            converter = Seconds.class,
            description = "Stops after S seconds; in a replay, of recorded time, rounds of a loop counted together.")
    private Optional<Duration> duration = Optional.empty();

    @Mixin
    private final ConfigChoice config = new ConfigChoice();

    @Option(
            names = "--lcm",
            arity = "0..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB...",
            fallbackValue = "*",
            description = "Puts streams on LCM, in both directions: 'lidar', 'camera*'; without a name all. In a replay"
                    + " what is played goes out too. LCM_DEFAULT_URL says where.")
    private List<String> lcm = List.of();

    @Option(names = "--plan", description = "Says what would run, be played and be recorded, and runs nothing.")
    private boolean plan;

    @Option(names = "--json", description = "Writes the plan or the final counts as JSON.")
    private boolean json;

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        String title = choice.title();
        checkOptions();
        Recordings recordings = new Recordings(program);
        Blueprint blueprint = choice.blueprint(program);
        blueprint = lcm.isEmpty() ? blueprint : blueprint.lcm(lcm.toArray(String[]::new));
        Optional<Recording> recording = replay.isAsked()
                ? Optional.of(replay.recording(title, blueprint.defaultRecording(), duration, recordings))
                : Optional.empty();
        if (recording.isPresent()) {
            blueprint = blueprint.replay(recording.get(), replay.keep());
        }
        blueprint = replay.isLockstep() ? blueprint.lockstep() : blueprint;
        blueprint.check();
        if (plan) {
            new PlanText(program.terminal(), json).print(blueprint, record.streams());
            return ExitCode.OK;
        }
        checkReplay(title, blueprint);
        Optional<RecordOptions> recorded = record.options(title, new SystemClock().now());
        blueprint = recorded.map(blueprint::record).orElse(blueprint);
        Presence presence = Presence.of(title, recordings.state(), program);
        if (recorded.isEmpty() && recording.isEmpty()) {
            blueprint = rolling.addTo(blueprint, title, record.config(), presence);
        }
        return new Session(program.terminal(), json, presence)
                .run(title, blueprint, config.settings(program), limit(recording));
    }

    private void checkOptions() {
        List<String> mistakes = new ArrayList<>(replay.strayOptions());
        mistakes.addAll(rolling.strayOptions());
        mistakes.addAll(record.mistakes());
        if (record.hasRules() && !record.isAsked() && (rolling.isOff() || replay.isAsked())) {
            mistakes.add("--record-codec and --record-policy need something that is recorded: --record");
        }
        if (duration.filter(Duration::isZero).isPresent()) {
            mistakes.add("--duration 0 runs nothing; give a number of seconds such as 10");
        }
        if (replay.isPaused() && !plan && !ReplayKeys.canBeRead(program.terminal())) {
            mistakes.add("--paused waits for a key, and nobody can press one: this is no terminal");
        }
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
    }

    /** A replay that plays nothing would run the hardware it was meant to replace. */
    private static void checkReplay(String title, Blueprint blueprint) {
        if (blueprint.replayPlan().filter(found -> found.played().isEmpty()).isPresent()) {
            throw new UsageException("nothing of the recording plays into '" + title
                    + "', so nothing would be replaced; --plan tells why, stream by stream");
        }
    }

    /** A replay ends with its recording, which is cut already, unless it repeats. */
    private Optional<Duration> limit(Optional<Recording> recording) {
        return recording.isPresent() && !replay.repeats() ? Optional.empty() : duration;
    }
}
