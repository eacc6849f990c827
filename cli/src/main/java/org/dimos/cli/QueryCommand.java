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
import org.dimos.record.query.Query;
import org.dimos.record.query.QueryCursor;
import org.dimos.record.selection.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows, counts, saves or follows the observations of a stream. */
@Command(
        name = "query",
        sortOptions = false,
        customSynopsis = "dimos query FILE STREAM [OPTION...]",
        description = "Shows the observations of a stream: time in seconds, id, pose, tags and payload.")
final class QueryCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording: a file, a name in data, or a run.")
    private String file = "";

    @Parameters(index = "1", paramLabel = "STREAM", description = "One of its streams.")
    private String stream = "";

    @Mixin
    private final QueryChoice choice = new QueryChoice();

    @Option(names = "--count", description = "Writes only how many there are.")
    private boolean count;

    @Option(names = "--summary", description = "Writes only their count, span, rate, size and pauses.")
    private boolean summary;

    @Option(
            names = "--explain",
            description = "Says what the file's indexes do and what is done in memory; reads nothing.")
    private boolean explain;

    @Option(names = "--save", paramLabel = "OUT", description = "Writes them into a new recording.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--as", paramLabel = "NAME", description = "With --save: calls the stream so in the new recording.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--follow", description = "Goes on with what is recorded from now on, until Ctrl-C or --limit.")
    private boolean follow;

    @Option(names = "--json", description = "Writes a JSON array.")
    private boolean json;

    @Option(names = "--jsonl", description = "Writes a line of JSON for each.")
    private boolean jsonLines;

    @Option(names = "--full", description = "Writes long arrays too, bytes in base 64; else their lengths alone.")
    private boolean full;

    QueryCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        checkOptions();
        Recording recording = new Recordings(program).open(file);
        Query<Object> query = choice.of(recording, stream);
        Terminal terminal = program.terminal();
        if (explain) {
            query.explain().forEach(line -> terminal.print(Terminal.plain(line)));
        } else if (count) {
            print(query.count());
        } else if (summary) {
            print(query.summary(), recording);
        } else if (save.isPresent()) {
            save(query, save.get());
        } else {
            show(query, recording);
        }
        return ExitCode.OK;
    }

    private void checkOptions() {
        List<String> mistakes = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        add(chosen, "--count", count);
        add(chosen, "--summary", summary);
        add(chosen, "--explain", explain);
        add(chosen, "--save", save.isPresent());
        add(chosen, "--follow", follow);
        if (chosen.size() > 1) {
            mistakes.add(String.join(" and ", chosen) + " exclude each other; choose one");
        }
        if (json && jsonLines) {
            mistakes.add("--json and --jsonl exclude each other; choose one");
        }
        if (follow && json) {
            mistakes.add("--json writes an array, which --follow would never end; take --jsonl");
        }
        if (name.isPresent() && save.isEmpty()) {
            mistakes.add("--as names the stream of a new recording; add --save OUT");
        }
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
    }

    private static void add(List<String> chosen, String option, boolean given) {
        if (given) {
            chosen.add(option);
        }
    }

    private void print(long number) {
        program.terminal().print(json || jsonLines ? "{\"count\":" + number + "}" : Long.toString(number));
    }

    private void print(Summary found, Recording recording) {
        Terminal terminal = program.terminal();
        if (json || jsonLines) {
            terminal.print(Json.of(SummaryText.data(found)));
        } else {
            terminal.print(SummaryText.lines(found, recording.window().startNanos()));
        }
    }

    private void save(Query<Object> query, Path target) {
        String saved = name.orElse(stream);
        long number = query.saveTo(RecordChoice.fresh(target), saved);
        Terminal terminal = program.terminal();
        if (json || jsonLines) {
            terminal.print(Json.of(Json.object("target", target.toString(), "stream", saved, "count", number)));
        } else {
            terminal.print(Terminal.plain(target + ": " + Format.count(number, "observation") + " on stream " + saved));
        }
    }

    private void show(Query<Object> query, Recording recording) {
        QueryOutput.Style style =
                json ? QueryOutput.Style.JSON_ARRAY : jsonLines ? QueryOutput.Style.JSON_LINES : QueryOutput.Style.TEXT;
        ObservationLines lines = new ObservationLines(recording.window().startNanos(), full);
        QueryOutput output = new QueryOutput(program.terminal(), lines, style);
        if (follow) {
            QueryFollower.follow(query, output);
        } else {
            show(query, output);
        }
        output.end();
    }

    private static void show(Query<Object> query, QueryOutput output) {
        try (QueryCursor<Object> cursor = query.open()) {
            while (cursor.hasNext() && output.write(cursor.next())) {}
        }
    }
}
