package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the folder says about a recording. A file without side files is opened as if nobody wrote to it; when this
 * changes, that was wrong and it must be opened anew.
 *
 * @param bytes size of the file
 * @param modifiedMillis when it was written to last
 * @param logBytes size of its write-ahead log; -1 if there is none
 * @param shared whether it has the index of the log, through which readers and a writer share it
 */
record FileState(long bytes, long modifiedMillis, long logBytes, boolean shared) {

    static FileState of(Path file) {
        try {
            long log = size(sideFile(file, "-wal"));
            boolean shared = log >= 0 && Files.exists(sideFile(file, "-shm"));
            return new FileState(
                    Files.size(file), Files.getLastModifiedTime(file).toMillis(), log, shared);
        } catch (IOException e) {
            return new FileState(-1, -1, -1, false);
        }
    }

    /** Whether a connection opened in this state cannot see what the folder holds by now. */
    boolean isOutdated(FileState now) {
        return now.bytes >= 0 && (shared ? !now.shared : !equals(now));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    private static Path sideFile(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
