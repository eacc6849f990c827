package org.dimos.record.edit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.dimos.record.RecordingException;

/** A file that grows in a hidden folder beside its place and appears there when it is whole and on the disk. */
public final class NewFile implements AutoCloseable {
    private final Path target;
    private final Path folder;

    private NewFile(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** For a file that must not exist. Makes its folder if need be. */
    public static NewFile at(Path target) {
        Path absolute = target.toAbsolutePath();
        if (Files.exists(target)) {
            throw exists(target);
        }
        try {
            Path parent = Files.createDirectories(absolute.resolveSibling(".").normalize());
            return new NewFile(absolute, Files.createTempDirectory(parent, "." + target.getFileName() + "."));
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** For a file that is to be replaced and that this program has claimed: what a crash has left of the last try goes. */
    static NewFile instead(Path existing) {
        Path absolute = existing.toAbsolutePath();
        NewFile file = new NewFile(absolute, absolute.resolveSibling("." + existing.getFileName() + ".edit"));
        try {
            if (Files.isDirectory(file.folder)) {
                file.close();
            }
            Files.createDirectory(file.folder);
            return file;
        } catch (IOException e) {
            throw failed(existing, e);
        }
    }

    /** Where it grows. */
    public Path path() {
        return folder.resolve("memory.db");
    }

    /** A failure to write it, told of the file it was to become. */
    public RecordingException named(RecordingException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains(path().toString())
                ? new RecordingException(message.replace(path().toString(), target.toString()), failure)
                : failure;
    }

    /** Waits until the disk has it. */
    public void sync() {
        try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Gives it its name. */
    public void place() {
        try {
            Files.move(path(), target);
            syncFolder();
        } catch (FileAlreadyExistsException e) {
            throw exists(target);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Gives it the name of the file that is there, which is gone then or has another name already. */
    void replace() {
        try {
            Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Takes over who may read and write the file that is there, where the file system knows. */
    void adoptPermissions() {
        try {
            Files.setPosixFilePermissions(path(), Files.getPosixFilePermissions(target));
        } catch (IOException | UnsupportedOperationException e) {
            // the new file has the permissions of any new file
        }
    }

    /** Gives the file that is there a second name and answers it. */
    Path keepOriginal() {
        for (int n = 1; ; n++) {
            Path name = target.resolveSibling(target.getFileName() + ".bak" + (n == 1 ? "" : "." + n));
            try {
                return link(name);
            } catch (FileAlreadyExistsException e) {
                // the next name may be free
            } catch (IOException e) {
                throw failed(target, e);
            }
        }
    }

    private Path link(Path name) throws IOException {
        try {
            return Files.createLink(name, target);
        } catch (UnsupportedOperationException e) {
            return Files.copy(target, name, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            return Files.copy(target, name, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private void syncFolder() {
        try (FileChannel channel =
                FileChannel.open(Optional.ofNullable(target.getParent()).orElse(target))) {
            channel.force(true);
        } catch (IOException e) {
            // not every system can synchronise a folder
        }
    }

    /** Removes what is left. */
    @Override
    public void close() {
        try (DirectoryStream<Path> rest = Files.newDirectoryStream(folder)) {
            for (Path file : rest) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (NoSuchFileException e) {
            // nothing is left
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static RecordingException exists(Path target) {
        return new RecordingException(target + " exists already and is not overwritten; name another file");
    }

    private static RecordingException failed(Path target, IOException e) {
        return new RecordingException(target + " cannot be written: " + e, e);
    }
}
