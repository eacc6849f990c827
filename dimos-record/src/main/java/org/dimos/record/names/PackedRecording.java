package org.dimos.record.names;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.dimos.record.PartialFile;
import org.dimos.record.RecordingException;

/**
 * One recording as a {@code .tar.gz}, the form in which Python dimos publishes recordings. Of an archive only the entry
 * with the expected name is taken, and only if it is a plain file that fits on the disk; nothing is ever written
 * elsewhere.
 *
 * @param path the archive
 */
public record PackedRecording(Path path) {
    private static final int BUFFER = 1 << 16;
    private static final int PLAIN_FILE = 0100644;
    private static final int UNKNOWN_SYSTEM = 255;
    private static final long KEEP_FREE = 100_000_000;

    /**
     * Unpacks the recording into a new file.
     *
     * @throws RecordingException if the archive is broken or does not hold it, or there is no room
     */
    public void unpack(Path target, TransferListener listener) {
        String wanted = String.valueOf(target.getFileName());
        try (PartialFile partial = new PartialFile(target);
                InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            long room = Files.getFileStore(partial.path().resolveSibling(".")).getUsableSpace() - KEEP_FREE;
            TarArchiveEntry entry = find(tar, wanted, room);
            try (OutputStream out = Files.newOutputStream(partial.path())) {
                copy(tar, out, entry.getSize(), listener);
            }
            partial.finish();
        } catch (IOException | IllegalArgumentException e) {
            throw new RecordingException(path + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private TarArchiveEntry find(TarArchiveInputStream tar, String wanted, long room) throws IOException {
        long left = room;
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null) {
            left -= Math.max(0, entry.getSize());
            if (left < 0) {
                throw new RecordingException(path + " holds more than there is room for on the disk");
            }
            if (entry.getName().replaceFirst("^(\\./)+", "").equals(wanted)) {
                if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink() || entry.isSparse()) {
                    throw new RecordingException("'" + wanted + "' in " + path + " is no plain file");
                }
                return entry;
            }
            entry = tar.getNextEntry();
        }
        throw new RecordingException(path + " does not hold '" + wanted + "'");
    }

    /**
     * Packs a recording that nobody writes; the same file always gives the same bytes.
     *
     * @throws RecordingException if the archive exists already or cannot be written
     */
    public void pack(Path recording, TransferListener listener) {
        try (PartialFile partial = new PartialFile(path)) {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(partial.path()), BUFFER), timeless()))) {
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                long size = Files.size(recording);
                tar.putArchiveEntry(entry(String.valueOf(recording.getFileName()), size));
                try (InputStream in = Files.newInputStream(recording, LinkOption.NOFOLLOW_LINKS)) {
                    copy(in, tar, size, listener);
                }
                tar.closeArchiveEntry();
            }
            partial.finish();
        } catch (IOException e) {
            throw new RecordingException(recording + " cannot be packed into " + path + ": " + e.getMessage(), e);
        }
    }

    private static GzipParameters timeless() {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.DEFAULT_COMPRESSION);
        parameters.setOperatingSystem(UNKNOWN_SYSTEM);
        return parameters;
    }

    private static TarArchiveEntry entry(String name, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(PLAIN_FILE);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }

    private static void copy(InputStream in, OutputStream out, long size, TransferListener listener)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        while (done < size) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, size - done));
            if (read < 0) {
                throw new IOException("it ends after " + done + " of " + size + " bytes");
            }
            out.write(buffer, 0, read);
            done += read;
            listener.progress(done, size);
        }
    }
}
