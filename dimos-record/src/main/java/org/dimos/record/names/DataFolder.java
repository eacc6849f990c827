package org.dimos.record.names;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dimos.record.RecordingException;

/**
 * The folder of a repository where recordings with names are, as in Python dimos: {@code NAME.db}, and packed in
 * {@code .lfs/NAME.db.tar.gz}.
 *
 * @param path the folder, which need not be there
 */
public record DataFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+~-][A-Za-z0-9_.+~-]*");
    private static final String FILE = ".db";
    private static final String PACKED = ".tar.gz";

    /** Whether a recording can have that name here: one word, no path. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Where the recording of a name is or is to be.
     *
     * @throws RecordingException if it is no name
     */
    public Path file(String name) {
        return path.resolve(fileName(name));
    }

    /** Where it is packed or is to be. */
    public Path packed(String name) {
        return path.resolve(".lfs").resolve(fileName(name) + PACKED);
    }

    private static String fileName(String name) {
        if (!isName(name)) {
            throw new RecordingException(
                    "'" + name + "' is no name of a recording; it takes letters, digits, _ . + ~ -");
        }
        return name.endsWith(FILE) ? name : name + FILE;
    }

    /** The file of that name as it stands, or with its ending. */
    Optional<Path> existing(String name) {
        return isName(name)
                ? List.of(path.resolve(name), file(name)).stream()
                        .filter(Files::isRegularFile)
                        .findFirst()
                : Optional.empty();
    }

    /** All names there are, packed or not. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        add(names, path, FILE);
        add(names, path.resolve(".lfs"), FILE + PACKED);
        return List.copyOf(names);
    }

    private static void add(TreeSet<String> names, Path folder, String ending) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ending)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                names.add(name.substring(0, name.length() - ending.length()));
            }
        } catch (IOException e) {
            // no such folder: no names
        }
    }
}
