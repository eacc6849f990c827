package org.dimos.cli.studio.state;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dimos.cli.studio.screen.Size;
import org.dimos.record.StreamInfo;

/** The steps of looking at a picture. */
public final class Peeking {
    private Peeking() {}

    static Next peek(StudioState state) {
        return Playing.onRecording(
                state,
                document -> stream(state, document)
                        .map(stream -> Next.of(state.say(Notice.info("reading the picture of " + stream)))
                                .and(new Effect.Peek(
                                        document.edit(),
                                        stream,
                                        state.playhead().nanos(),
                                        room(state.size()))))
                        .orElseGet(() -> Next.of(state.say(Notice.error(document.title()
                                + " has no stream of pictures (sensor_msgs.Image, CompressedImage)")))));
    }

    private static Size room(Size size) {
        return new Size(size.columns() - 6, size.rows() - 4);
    }

    /** That of the line, or else the first with pictures, those of colours before those of distances. */
    private static Optional<String> stream(StudioState state, Document document) {
        Predicate<StreamInfo> current = stream ->
                state.outline().currentStream().filter(stream.name()::equals).isPresent();
        Stream<StreamInfo> here = document.streams().stream().filter(current);
        Stream<StreamInfo> others = document.streams().stream()
                .sorted(Comparator.comparing(stream -> stream.name().contains("depth")));
        return Stream.concat(here, others)
                .filter(Peeking::hasPictures)
                .map(StreamInfo::name)
                .findFirst();
    }

    private static boolean hasPictures(StreamInfo stream) {
        return stream.typeName().endsWith("Image");
    }

    /** A picture was decoded. */
    public static Next decoded(StudioState state, Panel.Picture picture) {
        return Next.of(state.with(state.front().with(picture).saying(Notice.NONE)));
    }
}
