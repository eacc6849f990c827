package org.dimos.record.imports.mcap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagFormat;
import org.dimos.record.imports.BagReader;
import org.dimos.record.mcap.Opcode;

/**
 * MCAP files: with chunks or without, compressed with zstd, lz4 or not at all, with or without a summary. Layout: <a
 * href="https://mcap.dev/spec">mcap.dev/spec</a>.
 */
public final class McapFormat implements BagFormat {

    @Override
    public String name() {
        return "MCAP";
    }

    @Override
    public boolean matches(Path source, Bytes start) {
        byte[] magic = Opcode.magic();
        return !Files.isDirectory(source)
                && start.length() >= magic.length
                && Arrays.equals(start.slice(0, magic.length).toArray(), magic);
    }

    @Override
    public BagReader open(Path source) {
        try {
            return McapReader.open(source);
        } catch (IOException e) {
            throw new RecordingException("'" + source + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
