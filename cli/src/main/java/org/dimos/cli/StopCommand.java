package org.dimos.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dimos.blueprint.introspection.LiveRun;
import org.dimos.blueprint.introspection.LiveRunException;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends runs in order, and others if need be. */
@Command(
        name = "stop",
        sortOptions = false,
        customSynopsis = "dimos stop [RUN...] [--all] [--force]",
        description = "Asks runs to stop, and waits until their modules and recordings are closed.")
final class StopCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LESS_PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Program program;
    private final Clock clock = new SystemClock();

    @Parameters(
            arity = "0..*",
            paramLabel = "RUN",
            description = "A run: its id, the beginning of it, or its blueprint; not needed if there is only one.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "Stops all runs.")
    private boolean all;

    @Option(
            names = "--force",
            description = "Kills a run that has not stopped after 5 s; it loses what waits to be written.")
    private boolean force;

    StopCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<LiveRun> runs = runs();
        runs.forEach(this::ask);
        boolean stopped = true;
        for (LiveRun run : runs) {
            stopped &= awaitEnd(run);
        }
        return stopped ? ExitCode.OK : ExitCode.FAILED;
    }

    private List<LiveRun> runs() {
        LiveChoice choice = new LiveChoice(program);
        if (all && !names.isEmpty()) {
            throw new UsageException("--all stops every run; leave the names out");
        }
        if (all) {
            List<LiveRun> found = choice.all();
            if (found.isEmpty()) {
                program.terminal().print("no run is going on");
            }
            return found;
        }
        return names.isEmpty()
                ? List.of(choice.only())
                : names.stream().map(choice::named).distinct().toList();
    }

    /** Through its socket; if it does not answer, with the signal that Ctrl-C and shutdowns send. */
    private void ask(LiveRun run) {
        try {
            run.stop();
        } catch (LiveRunException e) {
            Optional<ProcessHandle> process = run.entry().process().handle();
            boolean signalled = process.map(ProcessHandle::destroy).orElse(true);
            if (!signalled) {
                program.terminal().note(run.id() + " could not be sent a signal: " + e.getMessage());
            }
        }
    }

    private boolean awaitEnd(LiveRun run) {
        if (await(() -> !new LiveChoice(program).isGoingOn(run.id()), force ? LESS_PATIENCE : PATIENCE)) {
            program.terminal().print(run.id() + " has stopped");
            return true;
        }
        if (!force) {
            program.terminal()
                    .note(run.id() + " was asked to stop and still runs after " + PATIENCE.toSeconds()
                            + " s; 'dimos stop " + run.id() + " --force' kills it");
            return false;
        }
        boolean unused = run.entry()
                .process()
                .handle()
                .map(ProcessHandle::destroyForcibly)
                .orElse(true);
        boolean killed = await(() -> !run.isAlive(), LESS_PATIENCE);
        if (killed) {
            program.terminal().print(run.id() + " was killed");
        } else {
            program.terminal().note("process " + run.pid() + " of " + run.id() + " could not be killed");
        }
        return killed;
    }

    private boolean await(BooleanSupplier condition, Duration limit) {
        long end = clock.nanos() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (clock.nanos() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
