package org.dimos.cli.studio.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.record.Edit;
import org.dimos.record.FileSource;
import org.dimos.record.Gap;
import org.dimos.record.Recording;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.edit.EditStep;
import org.dimos.record.edit.EditStep.DeleteRange;
import org.dimos.record.edit.EditStep.Trim;
import org.dimos.record.replay.Window;

/**
 * A recording that is open.
 *
 * @param recording as it is stored
 * @param gaps what earlier edits took out of it
 * @param edit the edits that are not saved
 */
public record Document(Recording recording, List<Gap> gaps, Edit edit) {
    private static final String OF_A_FOLDER = "memory.db";

    public Document {
        gaps = List.copyOf(gaps);
    }

    /** Opens a recording. Reads it. */
    public static Document open(RecordingSource source) {
        return of(Recording.of(source));
    }

    /** Opens a recording that was read already. */
    public static Document of(Recording recording) {
        return new Document(recording, recording.gaps(), recording.edit());
    }

    /** What a person calls it. Recordings that have a folder of their own are all called the same but for it. */
    public String title() {
        String title = recording.source().title();
        return title.equals(OF_A_FOLDER) ? folder().orElse(title) : title;
    }

    private Optional<String> folder() {
        return Optional.ofNullable(Path.of(recording.name()).toAbsolutePath().getParent())
                .map(Path::getFileName)
                .map(Path::toString);
    }

    /** Whether saving can replace it. */
    public boolean isFile() {
        return recording.source() instanceof FileSource;
    }

    /** The streams. */
    public List<StreamInfo> streams() {
        return recording.recorded();
    }

    /** All of its time, whatever edits take away. */
    public Span whole() {
        Window window = Window.of(recording.recorded());
        return new Span(window.startNanos(), Math.max(window.endNanos(), window.startNanos() + 1));
    }

    /** What is left of its time when it is trimmed. */
    public Span kept() {
        Span kept = whole();
        for (EditStep step : edit.steps()) {
            if (step instanceof Trim trim && trim.streams().isEmpty()) {
                kept = kept.within(new Span(trim.fromNanos(), trim.toNanos()));
            }
        }
        return kept;
    }

    /** How many edits are not saved. */
    public int edits() {
        return edit.steps().size();
    }

    /** With another list of edits. */
    public Document with(Edit newEdit) {
        return new Document(recording, gaps, newEdit);
    }

    /** What edits, saved and not, took out of a stream: nothing is known of these spans. */
    public List<Span> removed(String stream) {
        List<Span> removed = new ArrayList<>();
        gaps.stream()
                .filter(gap -> gap.stream().isEmpty() || gap.stream().get().equals(stream))
                .forEach(gap -> removed.add(new Span(gap.fromNanos(), gap.toNanos())));
        for (EditStep step : edit.steps()) {
            if (step instanceof DeleteRange cut && concerns(cut.streams(), stream)) {
                removed.add(new Span(cut.fromNanos(), cut.toNanos()));
            } else if (step instanceof Trim trim && concerns(trim.streams(), stream)) {
                removed.add(new Span(Long.MIN_VALUE, trim.fromNanos()));
                removed.add(new Span(trim.toNanos(), Long.MAX_VALUE));
            }
        }
        return removed;
    }

    private static boolean concerns(List<String> streams, String stream) {
        return streams.isEmpty() || streams.contains(stream);
    }

    /** The lines of the tree: modules with the streams that they published. */
    public List<Row> rows() {
        Map<String, List<StreamInfo>> modules = new LinkedHashMap<>();
        streams()
                .forEach(stream -> modules.computeIfAbsent(
                                stream.producer()
                                        .map(producer -> producer.module())
                                        .orElse(""),
                                name -> new ArrayList<>())
                        .add(stream));
        List<Row> rows = new ArrayList<>();
        modules.forEach((module, streams) -> {
            rows.add(Row.ofModule(module));
            streams.forEach(stream -> rows.add(Row.ofStream(module, stream.name(), rate(stream))));
        });
        return rows;
    }

    private static String rate(StreamInfo stream) {
        return stream.rate().map(rate -> Figures.rate(rate.mean())).orElse("");
    }
}
