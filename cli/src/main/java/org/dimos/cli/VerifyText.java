package org.dimos.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dimos.blueprint.verify.Basis;
import org.dimos.blueprint.verify.Verified;
import org.dimos.blueprint.verify.VerifyReport;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.compare.Difference;

/** What came of a verification, for a person or a script. */
final class VerifyText {
    private final Terminal terminal;
    private final String title;
    private final String recording;

    VerifyText(Terminal terminal, String title, String recording) {
        this.terminal = terminal;
        this.title = title;
        this.recording = recording;
    }

    void print(VerifyReport report, boolean json) {
        if (json) {
            terminal.print(Json.of(data(report)));
            return;
        }
        terminal.printWrapped(
                2,
                List.of(title + " on " + recording + ": " + String.join(", ", report.modules())
                        + (report.modules().size() == 1 ? " runs" : " run") + " in lockstep on "
                        + String.join(", ", report.played())));
        table(report).print(terminal);
        sayWhatIsUnknown(report);
        if (report.isEqual()) {
            terminal.print(terminal.green("equal"));
        }
        report.first().ifPresent(first -> sayFirst(report, first));
    }

    private static Table table(VerifyReport report) {
        Table table = new Table(
                Column.name("stream"),
                Column.name("compared with"),
                Column.number("messages"),
                Column.number("replayed"),
                Column.number("different"));
        report.streams()
                .forEach(stream -> table.row(
                        stream.comparison().stream(),
                        word(stream.basis()),
                        Format.count(stream.comparison().left()),
                        Format.count(stream.comparison().right()),
                        Format.count(stream.comparison().different())));
        return table;
    }

    private static String word(Basis basis) {
        return switch (basis) {
            case RECORDING -> "the recording";
            case BASELINE -> "the baseline";
            case SECOND_RUN -> "a second replay";
        };
    }

    private void sayWhatIsUnknown(VerifyReport report) {
        List<String> unknown = report.streams().stream()
                .filter(stream -> stream.basis() == Basis.SECOND_RUN)
                .map(stream -> stream.comparison().stream())
                .toList();
        if (!unknown.isEmpty()) {
            terminal.printWrapped(
                    2,
                    List.of("nothing to compare with was recorded of " + String.join(", ", unknown)
                            + ": two replays were compared with each other, which tells whether they are the same every"
                            + " time, not whether they are what they were"));
        }
    }

    private void sayFirst(VerifyReport report, Verified stream) {
        DifferenceText text = text(report, stream);
        Difference first = stream.comparison().first().orElseThrow();
        List<String> sentences = new ArrayList<>();
        sentences.add(text.sentence(stream.comparison(), first));
        String inputs = stream.inputs().stream()
                .map(input -> input.stream() + " #" + input.id() + " at " + text.time(input.nanos()))
                .collect(Collectors.joining(", "));
        sentences.add(
                "the last that " + stream.module() + " was sent by then: " + (inputs.isEmpty() ? "nothing" : inputs));
        terminal.print(terminal.red("different"));
        terminal.printWrapped(2, sentences);
    }

    private static DifferenceText text(VerifyReport report, Verified stream) {
        boolean twice = stream.basis() == Basis.SECOND_RUN;
        return new DifferenceText(
                report.startNanos(), twice ? "one replay" : word(stream.basis()), twice ? "the other" : "the replay");
    }

    private static Map<String, Object> data(VerifyReport report) {
        return Json.object(
                "equal",
                report.isEqual(),
                "modules",
                report.modules(),
                "played",
                report.played(),
                "streams",
                report.streams().stream().map(stream -> data(report, stream)).toList());
    }

    private static Map<String, Object> data(VerifyReport report, Verified stream) {
        Map<String, Object> data = text(report, stream).data(stream.comparison());
        data.put("compared_with", stream.basis().name().toLowerCase(Locale.ROOT));
        data.put("module", stream.module());
        data.put("inputs", stream.inputs());
        return data;
    }
}
