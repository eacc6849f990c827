package org.dimos.record.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.lcm.LcmLogFormat;
import org.dimos.record.imports.mcap.McapFormat;
import org.dimos.record.imports.ros1.Ros1Format;
import org.dimos.record.imports.rosbag2.Rosbag2Format;

/** The formats that can be imported. */
public final class BagFormats {

    /** How much of the start of a file a format is recognised by, in bytes. */
    public static final int START_LENGTH = 64;

    private static final List<BagFormat> ALL = List.of(
            new Ros1Format(), //
            new Rosbag2Format(),
            new McapFormat(),
            new LcmLogFormat());

    private BagFormats() {}

    /** All formats. */
    public static List<BagFormat> all() {
        return ALL;
    }

    /**
     * Opens a bag in whichever format it has.
     *
     * @throws RecordingException if there is no such file, or it has none of the formats
     */
    public static BagReader open(Path source) {
        return formatOf(source).open(source);
    }

    private static BagFormat formatOf(Path source) {
        if (!Files.exists(source)) {
            throw new RecordingException("there is no file '" + source + "'");
        }
        Bytes start = Files.isDirectory(source) ? Bytes.empty() : startOf(source);
        return ALL.stream()
                .filter(format -> format.matches(source, start))
                .findFirst()
                .orElseThrow(
                        () -> new RecordingException("'" + source + "' is none of the formats that can be imported: "
                                + ALL.stream().map(BagFormat::name).collect(Collectors.joining(", "))));
    }

    private static Bytes startOf(Path source) {
        try (InputStream in = Files.newInputStream(source)) {
            return Bytes.wrap(in.readNBytes(START_LENGTH));
        } catch (IOException e) {
            throw new RecordingException("'" + source + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
