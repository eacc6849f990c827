package org.dimos.record.edit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;

/**
 * A recording under a list of edits, which is not written anywhere.
 *
 * @param source what is edited
 * @param steps the edits, in their order
 */
public record EditedSource(RecordingSource source, List<EditStep> steps) implements RecordingSource {
    public EditedSource {
        requireNonNull(source, "source is null");
        steps = List.copyOf(steps);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String title() {
        return source.title();
    }

    @Override
    public RecordingReader open() {
        return EditedReader.open(source, steps);
    }
}
