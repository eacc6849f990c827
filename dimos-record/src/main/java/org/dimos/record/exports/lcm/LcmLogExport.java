package org.dimos.record.exports.lcm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.exports.ExportFormat;
import org.dimos.record.exports.ExportWriter;

/**
 * Log files of LCM, with the channels of dimos. Layout: <a
 * href="https://lcm-proj.github.io/lcm/content/log-file-format.html">lcm-proj.github.io</a>.
 */
public final class LcmLogExport implements ExportFormat {

    @Override
    public String id() {
        return "lcm";
    }

    @Override
    public List<String> extensions() {
        return List.of(".lcmlog", ".log");
    }

    @Override
    public List<String> compressions() {
        return List.of("none");
    }

    @Override
    public ExportWriter create(Recording recording, Path file, String compression) {
        try {
            return new LcmLogWriter(file);
        } catch (IOException e) {
            throw new RecordingException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
