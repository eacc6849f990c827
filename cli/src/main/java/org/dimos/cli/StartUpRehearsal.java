package org.dimos.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.dimos.cli.text.Terminal;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Does once what most commands do, so that the JVM can put the classes they need into an archive from which later
 * starts take them ready-made. The launcher runs it after a build.
 */
public final class StartUpRehearsal {
    private StartUpRehearsal() {}

    /** Runs the commands in a folder for throw-away files. */
    public static void main(String[] args) throws IOException {
        unpackSqlite(Path.of(args[0], "native"));
        Terminal nowhere = Terminal.of(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Path folder = Files.createTempDirectory(Path.of(args[0]), "rehearsal");
        String file = folder.resolve("memory.db").toString();
        try {
            run(nowhere, "list");
            run(nowhere, "run", "--help");
            run(nowhere, "graph", "sim-nav", "--json");
            run(nowhere, "run", "sim-nav", "--record", file, "--duration", "1");
            run(nowhere, "info", file);
            run(nowhere, "info", file, "--json");
            run(nowhere, "run", "sim-nav", "--replay", file, "--speed", "4");
            run(nowhere, "info", folder.resolve("no-such-file.db").toString());
        } finally {
            Files.deleteIfExists(Path.of(file));
            Files.deleteIfExists(folder);
        }
        System.exit(ExitCode.OK);
    }

    /** Puts SQLite where every start finds it, which would otherwise unpack it anew each time. */
    private static void unpackSqlite(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (library != null) {
                Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void run(Terminal terminal, String... args) {
        Dimos.run(terminal, Map.of(), args);
    }
}
