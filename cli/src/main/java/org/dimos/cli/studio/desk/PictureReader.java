package org.dimos.cli.studio.desk;

import java.util.Map;
import org.dimos.cli.picture.Frame;
import org.dimos.cli.picture.GraphicsMode;
import org.dimos.cli.picture.Picture;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Panel;
import org.dimos.record.Edit;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.edit.EditedSource;

/**
 * Decodes the pictures of recordings for a terminal.
 *
 * @param mode what it can show
 */
public record PictureReader(GraphicsMode mode) {

    /** For the terminal of an environment. */
    public static PictureReader of(Map<String, String> environment, boolean colours) {
        return new PictureReader(GraphicsMode.of(environment, colours));
    }

    /** The picture that a stream showed at a time. */
    Panel.Picture read(Edit edit, String stream, long nanos, Size room) {
        try (RecordingReader reader = new EditedSource(edit.source(), edit.steps()).open()) {
            Observation<?> shown = reader.lastBefore(stream, nanos + 1)
                    .orElseThrow(
                            () -> new RecordingException("there is no picture of " + stream + " before that time"));
            Picture picture = Picture.of(Frame.of(shown.payload()), room.columns(), room.rows(), mode);
            return new Panel.Picture(stream, picture.columns(), picture.rows(), picture.lines(), mode.removal());
        }
    }
}
