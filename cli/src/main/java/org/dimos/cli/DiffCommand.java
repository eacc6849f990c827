package org.dimos.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Recording;
import org.dimos.record.compare.Alignment;
import org.dimos.record.compare.Comparison;
import org.dimos.record.compare.Contents;
import org.dimos.record.compare.StreamComparison;
import org.dimos.record.compare.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two recordings stream by stream. */
@Command(
        name = "diff",
        sortOptions = false,
        description =
                "Compares two recordings stream by stream: messages of the same time, field by field. With one file"
                        + " compares each stream with the one kept beside it as STREAM@recorded.",
        footer = {"", "Exits with 0 if they are equal and with 1 if not."})
final class DiffCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(index = "0", paramLabel = "FILE", description = "A recording.")
    private String left = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Another.")
    private Optional<String> right = Optional.empty();

    @Mixin
    private final ToleranceChoice tolerance = new ToleranceChoice();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DiffCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Tolerances tolerances = tolerance.tolerances();
        Comparison comparison = right.isPresent() ? compare(right.get(), tolerances) : compareBeside(tolerances);
        print(comparison);
        return comparison.isEqual() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Comparison compare(String other, Tolerances tolerances) {
        try (Contents a = Contents.open(recordings().source(left));
                Contents b = Contents.open(recordings().source(other))) {
            return Comparison.of(a, b, tolerances);
        }
    }

    private Recordings recordings() {
        return new Recordings(program);
    }

    private Comparison compareBeside(Tolerances tolerances) {
        try (Contents file = Contents.open(recordings().source(left))) {
            List<StreamComparison> compared = new ArrayList<>();
            for (String stream : file.names()) {
                String beside = stream + Recording.BESIDE;
                if (file.names().contains(beside)) {
                    compared.add(Comparison.compare(file, beside, file, stream, tolerances, Alignment.BY_STAMP));
                }
            }
            if (compared.isEmpty()) {
                throw new UsageException(left + " holds no stream beside what was recorded of it before, so there is"
                        + " nothing to compare; name a second recording");
            }
            return new Comparison(compared);
        }
    }

    private void print(Comparison comparison) {
        String leftName = right.isPresent() ? left : "the stream" + Recording.BESIDE;
        String rightName = right.orElse("the stream");
        DifferenceText text = new DifferenceText(recordings().open(left).startNanos(), leftName, rightName);
        Terminal terminal = program.terminal();
        if (json) {
            terminal.print(Json.of(Json.object(
                    "equal",
                    comparison.isEqual(),
                    "streams",
                    comparison.streams().stream().map(text::data).toList())));
            return;
        }
        Table table = new Table(
                Column.name("stream"), Column.number("left"), Column.number("right"), Column.number("different"));
        comparison
                .streams()
                .forEach(stream -> table.row(
                        stream.stream(),
                        Format.count(stream.left()),
                        Format.count(stream.right()),
                        Format.count(stream.different())));
        table.print(terminal);
        comparison
                .streams()
                .forEach(stream -> stream.first()
                        .ifPresent(first -> terminal.printWrapped(2, List.of(text.sentence(stream, first)))));
    }
}
