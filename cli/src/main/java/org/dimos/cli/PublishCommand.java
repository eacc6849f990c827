package org.dimos.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;
import org.dimos.record.names.DataFolder;
import org.dimos.record.names.PackedRecording;
import org.dimos.record.sqlite.RecordingFile;
import org.dimos.record.sqlite.SettledFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs a recording for git LFS. */
@Command(
        name = "publish",
        description = "Packs data/NAME.db into data/.lfs/NAME.db.tar.gz, from where its name is found by everyone.")
final class PublishCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "NAME", description = "The name of a recording in data.")
    private String name = "";

    @Option(names = "--force", description = "Replaces what was packed before.")
    private boolean force;

    PublishCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        DataFolder data = new Recordings(program).data();
        Path file = data.file(name);
        Path packed = data.packed(name);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no recording " + file + "; 'dimos keep NAME' makes one");
        }
        if (Files.exists(packed) && !force) {
            throw new UsageException(packed + " exists already; --force replaces it");
        }
        RecordingFile.open(file).close();
        SettledFile.of(file);
        Files.deleteIfExists(packed);
        StatusLine status = new StatusLine(program.terminal());
        new PackedRecording(packed)
                .pack(file, (done, total) -> status.show(Format.bytes(done) + " of " + Format.bytes(total)));
        status.clear();
        Terminal terminal = program.terminal();
        terminal.print(packed + ": " + Format.bytes(Files.size(packed)) + " of " + Format.bytes(Files.size(file)));
        terminal.print("to share it:");
        terminal.print("  git lfs track '" + data.path().resolve(".lfs") + "/*.tar.gz'");
        terminal.print("  git add .gitattributes " + packed);
        terminal.print("  git commit -m 'Recording " + name + "'");
        return ExitCode.OK;
    }
}
