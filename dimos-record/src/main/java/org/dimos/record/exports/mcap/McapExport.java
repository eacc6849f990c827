package org.dimos.record.exports.mcap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.exports.ExportFormat;
import org.dimos.record.exports.ExportWriter;
import org.dimos.record.mcap.Compression;

/** MCAP, with the types of ROS 2 where there are such. Layout: <a href="https://mcap.dev/spec">mcap.dev/spec</a>. */
public final class McapExport implements ExportFormat {
    private static final String NONE = "none";

    @Override
    public String id() {
        return "mcap";
    }

    @Override
    public List<String> extensions() {
        return List.of(".mcap");
    }

    @Override
    public List<String> compressions() {
        return List.of(Compression.ZSTD.id(), Compression.LZ4.id(), NONE);
    }

    @Override
    public ExportWriter create(Recording recording, Path file, String compression) {
        try {
            Compression chosen = Compression.named(compression.equals(NONE) ? "" : compression)
                    .orElseThrow(() -> new IllegalArgumentException(compression));
            return new McapExportWriter(recording, file, chosen);
        } catch (IOException e) {
            throw new RecordingException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
