package org.dimos.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.dimos.cli.text.Terminal;
import org.jline.nativ.OSInfo;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Does once what most commands do, so that the JVM can put the classes they need into an archive from which later
 * starts take them ready-made. The launcher runs it after a build.
 */
public final class StartUpRehearsal {
    private StartUpRehearsal() {}

    /** Runs the commands in a folder for throw-away files. */
    public static void main(String[] args) throws IOException {
        unpack(Path.of(args[0], "native"));
        Terminal nowhere = Terminal.of(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Path folder = Files.createTempDirectory(Path.of(args[0]), "rehearsal");
        String file = folder.resolve("memory.db").toString();
        try {
            run(folder, nowhere, "list");
            run(folder, nowhere, "run", "--help");
            run(folder, nowhere, "graph", "sim-nav", "--json");
            run(folder, nowhere, "run", "sim-nav", "--record", file, "--duration", "1");
            run(folder, nowhere, "info", file);
            run(folder, nowhere, "info", file, "--json");
            run(folder, nowhere, "run", "sim-nav", "--replay", file, "--speed", "4");
            run(folder, nowhere, "info", folder.resolve("no-such-file.db").toString());
            run(folder, nowhere, "ps");
            run(folder, nowhere, "studio", file);
            studio(Path.of(file), nowhere);
        } finally {
            delete(folder);
        }
        System.exit(ExitCode.OK);
    }

    /** Puts SQLite and JLine where every start finds them, which would otherwise unpack them anew each time. */
    private static void unpack(Path folder) throws IOException {
        unpack(
                LibraryLoaderUtil.class,
                LibraryLoaderUtil.getNativeLibResourcePath(),
                LibraryLoaderUtil.getNativeLibName(),
                folder);
        unpack(
                OSInfo.class,
                OSInfo.getNativeLibFolderPathForCurrentOS(),
                System.mapLibraryName("jlinenative").replace(".dylib", ".jnilib"),
                folder);
    }

    private static void unpack(Class<?> near, String path, String name, Path folder) throws IOException {
        try (InputStream library = near.getResourceAsStream(path + "/" + name)) {
            if (library != null) {
                Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Leaves nothing among what the user's own runs left. */
    private static void run(Path folder, Terminal terminal, String... args) {
        Dimos.run(terminal, Map.of("DIMOS_STATE", folder.resolve("state").toString()), args);
    }

    /** An archive without the editor is better than none. */
    private static void studio(Path file, Terminal terminal) {
        try {
            StudioRehearsal.run(file);
        } catch (IOException | RuntimeException | LinkageError e) {
            terminal.note("the editor starts slowly: " + e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
