package org.dimos.blueprint.introspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs of a user that go on: a file {@code ID.json} for each, written at its start and removed at its end. Those of
 * processes that ended otherwise are recognised and removed by whoever looks.
 *
 * @param path the folder, which need not be there yet
 */
record LiveFolder(Path path) {
    private static final String SUFFIX = ".json";
    private static final String SOCKET = ".sock";
    private static final long MAX_SIZE = 1 << 16;
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** Makes the folder, for its owner only: who can reach a run's socket can stop it. */
    void make() throws IOException {
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path socket(String id) {
        return path.resolve(id + SOCKET);
    }

    /** Writes a run's file, all or nothing. */
    void write(LiveEntry entry) throws IOException {
        Path partial = path.resolve(entry.id() + ".tmp");
        Files.writeString(partial, entry.json() + "\n");
        Files.move(partial, file(entry), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(LiveEntry entry) {
        return path.resolve(entry.id() + SUFFIX);
    }

    /** The runs whose processes are there. */
    List<LiveEntry> entries() {
        List<LiveEntry> alive = new ArrayList<>();
        String host = hostName();
        for (Path file : files()) {
            Optional<LiveEntry> entry = read(file).filter(found -> found.host().equals(host));
            entry.filter(LiveEntry::isAlive).ifPresent(alive::add);
            entry.filter(found -> !found.isAlive()).ifPresent(this::remove);
        }
        return alive;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*" + SUFFIX)) {
            found.forEach(files::add);
        } catch (IOException e) {
            return List.of();
        }
        return files;
    }

    /** What a file says of the run that it is named after. */
    private static Optional<LiveEntry> read(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_SIZE) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return LiveEntry.read(JsonLine.parse(text))
                    .filter(entry -> String.valueOf(file.getFileName()).equals(entry.id() + SUFFIX));
        } catch (IOException | LiveRunException e) {
            return Optional.empty();
        }
    }

    /** Removes what there is of a run. */
    void remove(LiveEntry entry) {
        try {
            Files.deleteIfExists(file(entry));
        } catch (IOException e) {
            // it is recognised as that of a dead process every time
        }
        entry.socket().filter(this::isOurs).ifPresent(LiveFolder::removeSocket);
    }

    /** Whether a path that a file names is that of a run's socket, and not of something else of the user. */
    private boolean isOurs(Path socket) {
        try {
            return path.equals(socket.getParent()) || RunSocket.isInFolderOfItsOwn(socket);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static void removeSocket(Path socket) {
        try {
            if (Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther()) {
                Files.delete(socket);
            }
            if (RunSocket.isInFolderOfItsOwn(socket)) {
                Files.delete(socket.getParent());
            }
        } catch (IOException e) {
            // gone already, or not ours to remove
        }
    }

    /** The name of this machine, or of the container that this runs in; empty if it is unknown. */
    static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
