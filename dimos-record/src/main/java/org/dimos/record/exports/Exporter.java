package org.dimos.record.exports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.PartialFile;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.replay.Playback;
import org.dimos.record.replay.StreamView;

/** Turns a recording into a file of another format. */
public final class Exporter {
    private static final int REPORT_EVERY = 500;

    private final Recording recording;
    private final ExportListener listener;
    private final Map<String, OpenStream> streams = new LinkedHashMap<>();
    private final long expected;
    private long messages;

    private Exporter(Recording recording, ExportListener listener) {
        this.recording = recording;
        this.listener = listener;
        this.expected = recording.streams().stream()
                .mapToLong(stream -> stream.source().messages())
                .sum();
    }

    /**
     * Exports what a view of a recording plays. The file appears when it is complete; if the export fails nothing is left behind.
     * However large the recording is, no more than a few messages of it are in memory.
     *
     * @param target the file; it must not exist
     * @throws RecordingException if the recording cannot be read, the target not written, or its format is not known
     */
    public static ExportResult export(
            Recording recording, Path target, ExportOptions options, ExportListener listener) {
        ExportFormat format = options.format().map(ExportFormats::named).orElseGet(() -> ExportFormats.of(target));
        String compression = compression(format, options.compression());
        Exporter exporter = new Exporter(recording, listener);
        try (PartialFile file = new PartialFile(target)) {
            try (ExportWriter writer = format.create(recording, file.path(), compression)) {
                exporter.copy(writer);
                writer.finish();
            }
            file.finish();
        }
        return exporter.result(target, format);
    }

    private static String compression(ExportFormat format, Optional<String> wanted) {
        List<String> known = format.compressions();
        String chosen = wanted.orElse(known.get(0));
        if (!known.contains(chosen)) {
            throw new RecordingException("a file in the format " + format.id() + " cannot be compressed with '" + chosen
                    + "'; there is " + String.join(", ", known));
        }
        return chosen;
    }

    private void copy(ExportWriter writer) {
        for (StreamView stream : recording.streams()) {
            streams.put(stream.name(), new OpenStream(stream.name(), writer.stream(stream)));
        }
        try (Playback playback = recording.play()) {
            while (playback.hasNext()) {
                Observation<?> observation = playback.next();
                Objects.requireNonNull(streams.get(observation.stream()), observation.stream())
                        .write(observation);
                if (++messages % REPORT_EVERY == 0) {
                    listener.progress(messages, expected);
                }
            }
        }
        listener.progress(messages, messages);
    }

    private ExportResult result(Path target, ExportFormat format) {
        return new ExportResult(
                target,
                format.id(),
                streams.values().stream().map(OpenStream::result).toList(),
                streams.values().stream()
                        .map(OpenStream::warning)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** A stream while it is written. */
    private static final class OpenStream {
        private final String name;
        private final ExportWriter.StreamExport export;
        private long written;
        private long left;
        private String reason = "";

        OpenStream(String name, ExportWriter.StreamExport export) {
            this.name = name;
            this.export = export;
        }

        void write(Observation<?> observation) {
            try {
                export.write(observation);
                written++;
            } catch (ExportWriter.Unwritable e) {
                reason = left == 0 ? String.valueOf(e.getMessage()) : reason;
                left++;
            }
        }

        ExportedStream result() {
            return new ExportedStream(name, export.form(), written, left);
        }

        Optional<String> warning() {
            return left == 0
                    ? Optional.empty()
                    : Optional.of(left + " messages of '" + name + "' were left out, the first because " + reason);
        }
    }
}
