package org.dimos.record.exports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dimos.record.RecordingException;
import org.dimos.record.exports.lcm.LcmLogExport;
import org.dimos.record.exports.mcap.McapExport;

/** The formats that recordings can be exported to. */
public final class ExportFormats {
    private static final List<ExportFormat> ALL = List.of(
            new McapExport(), //
            new LcmLogExport());

    private ExportFormats() {}

    /** All formats. */
    public static List<ExportFormat> all() {
        return ALL;
    }

    /**
     * The format with an id.
     *
     * @throws RecordingException if there is none
     */
    public static ExportFormat named(String id) {
        return ALL.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RecordingException(
                        "'" + id + "' is no format that can be exported to; there are " + described()));
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws RecordingException if the name says nothing
     */
    public static ExportFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        Optional<ExportFormat> found = ALL.stream()
                .filter(format -> format.extensions().stream().anyMatch(name::endsWith))
                .findFirst();
        return found.orElseThrow(() -> new RecordingException("'" + file
                + "' does not say in which format it should be written; name a format, or a file that ends with one of "
                + described()));
    }

    private static String described() {
        return ALL.stream()
                .map(format -> format.id() + " (" + String.join(", ", format.extensions()) + ")")
                .collect(Collectors.joining(", "));
    }
}
