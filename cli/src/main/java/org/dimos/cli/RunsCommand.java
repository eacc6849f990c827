package org.dimos.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.record.rolling.RunFolder;
import org.dimos.record.rolling.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rolling recordings. */
@Command(name = "runs", description = "Lists the rolling recordings of runs, newest first.")
final class RunsCommand implements Callable<Integer> {
    private final Program program;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    RunsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        StateFolder state = new Recordings(program).state();
        List<RunFolder> runs = state.runs();
        if (json) {
            program.terminal()
                    .print(Json.of(runs.stream().map(RunsCommand::data).toList()));
        } else if (runs.isEmpty()) {
            program.terminal().print("there is no run in " + state.runsPath());
        } else {
            table(runs).print(program.terminal());
        }
        return ExitCode.OK;
    }

    private static Table table(List<RunFolder> runs) {
        Table table = new Table(
                Column.name("run"),
                Column.name("blueprint"),
                Column.text("started"),
                Column.number("seconds"),
                Column.number("size"),
                Column.number("segments"),
                Column.text("state"));
        runs.forEach(run -> table.row(
                run.name(),
                run.about().blueprint(),
                run.about().start().toString().replaceFirst("\\..*Z$", "Z"),
                run.length().map(length -> Format.seconds(length.toNanos())).orElse("-"),
                Format.bytes(run.bytes()),
                Format.count(run.segments().size()),
                run.about().state().text()));
        return table;
    }

    private static Map<String, Object> data(RunFolder run) {
        Map<String, Object> data = Json.object(
                "name", run.name(),
                "folder", run.path().toString(),
                "blueprint", run.about().blueprint(),
                "started", run.about().start().toString(),
                "bytes", run.bytes(),
                "segments", run.segments().size(),
                "state", run.about().state().text(),
                "pid", run.about().pid());
        run.length().ifPresent(length -> data.put("seconds", length.toNanos() / 1e9));
        run.about().end().ifPresent(end -> data.put("ended", end.toString()));
        run.about().failure().ifPresent(reason -> data.put("failure", reason));
        return data;
    }
}
