package org.dimos.record.imports.rosbag2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;

/** Recognises data compressed with Zstandard, which rosbag2 can do to whole files and to single messages. */
final class Zstd {
    private static final Bytes MAGIC = Bytes.copyOf((byte) 0x28, (byte) 0xB5, (byte) 0x2F, (byte) 0xFD);

    private Zstd() {}

    static boolean isFrame(Bytes data) {
        return data.length() >= MAGIC.length() && data.slice(0, MAGIC.length()).equals(MAGIC);
    }

    static boolean isFrame(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return isFrame(Bytes.wrap(in.readNBytes(MAGIC.length())));
        } catch (IOException e) {
            throw new RecordingException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    static RecordingException refusal(Path file, String how) {
        return new RecordingException("'" + file + "' " + how
                + ", which is not read here; 'ros2 bag convert' without compression makes a bag that is");
    }
}
