package org.dimos.record.imports.lcm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagFormat;
import org.dimos.record.imports.BagReader;

/**
 * Log files of LCM: one event after the other, each with a sync word, number, time in microseconds, channel and message. Layout: <a
 * href="https://lcm-proj.github.io/lcm/content/log-file-format.html">lcm-proj.github.io</a>.
 */
public final class LcmLogFormat implements BagFormat {

    @Override
    public String name() {
        return "LCM log";
    }

    /** By its first bytes, or where these are damaged by its name. */
    @Override
    public boolean matches(Path source, Bytes start) {
        boolean synced = start.length() >= Integer.BYTES && start.asBuffer().getInt() == LcmLogReader.SYNC;
        return synced || (!Files.isDirectory(source) && source.toString().endsWith(".lcmlog"));
    }

    @Override
    public BagReader open(Path source) {
        try {
            return new LcmLogReader(source);
        } catch (IOException e) {
            throw new RecordingException("'" + source + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
