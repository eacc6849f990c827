package org.dimos.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Recording;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.names.DataFolder;
import org.dimos.record.replay.Window;
import org.dimos.record.rolling.RunFolder;
import org.dimos.record.rolling.RunSource;
import org.dimos.record.rolling.SpanCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a recording of its own of a part of a run. */
@Command(
        name = "keep",
        sortOptions = false,
        customSynopsis = "dimos keep [RUN] [--from T] [--to T] NAME",
        description = "Makes a recording of its own of a part of a run, also while it goes on.",
        footer = {
            "",
            "T is seconds from the start such as 12.5, seconds before the end such as -30, or a moment such as"
                    + " 2026-11-21T08:30:00Z."
        })
final class KeepCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(
            arity = "1..2",
            hideParamSyntax = true,
            paramLabel = "[RUN] NAME",
            description = "The run, or else the newest one, and the name: data/NAME.db, or a path that ends in .db.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = KeepTime.Converter.class,
            description = "Where it begins; at the beginning where nothing is said.")
    private Optional<KeepTime> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = KeepTime.Converter.class,
            description = "Where it ends; at the end where nothing is said.")
    private Optional<KeepTime> to = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    KeepCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Recordings recordings = new Recordings(program);
        RecordingSource source = words.size() > 1 ? recordings.source(words.get(0)) : newest(recordings);
        Path target = RecordChoice.fresh(target(words.get(words.size() - 1), recordings.data()));
        try (RecordingReader reader = source instanceof RunSource run ? run.hold() : source.open()) {
            copy(source, reader, target);
        }
        tell(source, Recording.open(target));
        return ExitCode.OK;
    }

    private void copy(RecordingSource source, RecordingReader reader, Path target) {
        Window window = Window.of(reader.streams());
        long start = window.startNanos();
        long end = window.endNanos();
        long fromNanos = from.map(time -> time.resolve(start, end)).orElse(start);
        long toNanos = to.map(time -> time.resolve(start, end)).orElse(end);
        checkSpan(fromNanos, toNanos, window, source);
        StatusLine status = new StatusLine(program.terminal());
        try {
            SpanCopy.copy(
                    reader, fromNanos, toNanos, target, messages -> status.show(Format.count(messages, "message")));
        } finally {
            status.clear();
        }
    }

    private static RecordingSource newest(Recordings recordings) {
        return recordings.state().runs().stream()
                .filter(run -> !run.segments().isEmpty())
                .findFirst()
                .map(RunFolder::source)
                .orElseThrow(() -> new UsageException("there is no run in "
                        + recordings.state().runsPath() + "; 'dimos run' of a blueprint makes one"));
    }

    private static Path target(String name, DataFolder data) {
        return name.contains("/") || name.endsWith(".db") ? Path.of(name) : data.file(name);
    }

    private static void checkSpan(long fromNanos, long toNanos, Window window, RecordingSource source) {
        if (fromNanos >= toNanos || fromNanos >= window.endNanos() || toNanos <= window.startNanos()) {
            throw new UsageException("there is nothing of " + source.title() + " in that part; it lasts "
                    + Format.seconds(window.length().toNanos()) + " s from " + Format.time(window.startNanos()));
        }
    }

    private void tell(RecordingSource source, Recording kept) {
        long messages = kept.recorded().stream().mapToLong(StreamInfo::messages).sum();
        long bytes = kept.recorded().stream().mapToLong(StreamInfo::bytes).sum();
        double seconds = kept.window().length().toNanos() / 1e9;
        if (json) {
            program.terminal()
                    .print(Json.of(Json.object(
                            "file", kept.name(), "run", source.title(), "messages", messages, "seconds", seconds)));
            return;
        }
        program.terminal()
                .print(Terminal.plain(kept.name() + ": " + Format.count(messages, "message") + " on "
                        + Format.count(kept.recorded().size(), "stream") + ", " + Format.bytes(bytes) + ", "
                        + Format.seconds(kept.window().length().toNanos()) + " s of " + source.title()));
    }
}
