package org.dimos.record.imports.ros1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagFormat;
import org.dimos.record.imports.BagReader;

/**
 * Bags of ROS 1 in format 2.0, with chunks that are uncompressed, bz2 or lz4. Layout: <a
 * href="http://wiki.ros.org/Bags/Format/2.0">wiki.ros.org/Bags/Format/2.0</a>.
 */
public final class Ros1Format implements BagFormat {
    private static final String ANY_VERSION = "#ROSBAG V";
    static final String VERSION_LINE = "#ROSBAG V2.0\n";

    @Override
    public String name() {
        return "ROS 1 bag";
    }

    @Override
    public boolean matches(Path source, Bytes start) {
        return text(start).startsWith(ANY_VERSION);
    }

    @Override
    public BagReader open(Path source) {
        try {
            return new Ros1Reader(source);
        } catch (IOException e) {
            throw new RecordingException("'" + source + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Bytes start) {
        return new String(start.toArray(), StandardCharsets.ISO_8859_1);
    }
}
