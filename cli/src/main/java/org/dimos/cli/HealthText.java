package org.dimos.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.repair.Health;
import org.dimos.record.repair.Verdict;
import org.dimos.record.sqlite.StreamHealth;

/** What the doctor found, for people and for programs. */
final class HealthText {
    private static final int MOST_LINES = 20;

    private final Terminal terminal;

    HealthText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Health health) {
        terminal.print(terminal.bold(Terminal.plain(health.file() + ": " + verdict(health.verdict()))));
        lines(health.faults());
        if (!health.streams().isEmpty()) {
            table(health.streams()).print(terminal);
        }
        health.streams().forEach(stream -> {
            lines(stream.faults().stream()
                    .map(fault -> stream.name() + ": " + fault)
                    .toList());
            stream.notes().forEach(note -> terminal.print(Terminal.plain("  " + stream.name() + ": " + note)));
        });
        lines(health.losses().stream().map(HealthText::loss).toList());
        health.gaps().forEach(gap -> terminal.print(Terminal.plain("  " + gap(gap))));
        if (health.verdict() == Verdict.UNREADABLE) {
            terminal.print("'dimos recover FILE OUT' saves what can still be read of a damaged recording.");
        }
    }

    private void lines(List<String> faults) {
        faults.stream()
                .limit(MOST_LINES)
                .forEach(fault -> terminal.print(terminal.yellow(Terminal.plain("  " + fault))));
        if (faults.size() > MOST_LINES) {
            terminal.print("  and " + Format.count(faults.size() - MOST_LINES) + " more");
        }
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case SOUND -> "sound";
            case WITH_LOSSES -> "can be read, with losses";
            case UNREADABLE -> "cannot be read as a recording";
        };
    }

    private static Table table(List<StreamHealth> streams) {
        Table table = new Table(
                Column.name("stream"),
                Column.number("messages"),
                Column.number("no payload"),
                Column.number("undecodable"),
                Column.number("damages"),
                Column.number("backwards"),
                Column.number("same stamp"));
        streams.forEach(stream -> table.row(
                stream.name(),
                Format.count(stream.rows()),
                Format.count(stream.withoutPayload()),
                Format.count(stream.undecodable()),
                Format.count(stream.damages()),
                Format.count(stream.backwards()),
                Format.count(stream.sameStamp())));
        return table;
    }

    private static String loss(Loss loss) {
        return loss.stream() + " lost " + Format.count(loss.count(), "message") + " from "
                + Format.time(loss.fromNanos()) + " to " + Format.time(loss.toNanos()) + ": " + loss.reason();
    }

    private static String gap(Gap gap) {
        return gap.stream().orElse("everything") + " was cut out from " + Format.time(gap.fromNanos()) + " to "
                + Format.time(gap.toNanos());
    }

    static Map<String, Object> data(Health health) {
        return Json.object(
                "file", health.file().toString(),
                "verdict", health.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "faults", health.faults(),
                "streams", health.streams(),
                "losses", health.losses(),
                "gaps", health.gaps().stream().map(InfoJson::gap).toList());
    }
}
