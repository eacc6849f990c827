package org.dimos.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dimos.core.text.Glob;
import org.dimos.core.text.Nearest;
import org.dimos.record.replay.StreamView;

/**
 * The streams of a recording as they are to be played, by their names. What is asked for and not there is refused with a
 * {@link RecordingException} that names the nearest there is.
 *
 * @param recording what errors call the recording
 * @param all the streams
 */
record StreamViews(String recording, List<StreamView> all) {
    StreamViews {
        all = List.copyOf(all);
    }

    /** As they were recorded. */
    static StreamViews of(String recording, List<StreamInfo> streams) {
        return new StreamViews(recording, streams.stream().map(StreamView::of).toList());
    }

    StreamView get(String stream) {
        return all.stream()
                .filter(view -> view.name().equals(stream))
                .findFirst()
                .orElseThrow(() -> unknown(stream));
    }

    /** A stream that must be of a type. */
    StreamView get(String stream, Class<?> type) {
        StreamView view = get(stream);
        if (!view.type().equals(Optional.of(type))) {
            throw new RecordingException("stream '" + stream + "' of " + recording + " holds "
                    + view.type().map(Class::getSimpleName).orElse(view.source().typeName()) + ", not "
                    + type.getSimpleName());
        }
        return view;
    }

    /** Those whose names match one of the patterns, each of which must match one. */
    Predicate<StreamView> matchingAny(String... patterns) {
        for (String pattern : patterns) {
            if (all.stream().map(StreamView::name).noneMatch(Glob.matching(pattern))) {
                throw unknown(pattern);
            }
        }
        Predicate<String> names = Glob.matchingAny(List.of(patterns));
        return stream -> names.test(stream.name());
    }

    StreamViews filter(Predicate<StreamView> wanted) {
        return new StreamViews(recording, all.stream().filter(wanted).toList());
    }

    StreamViews map(UnaryOperator<StreamView> change) {
        return new StreamViews(recording, all.stream().map(change).toList());
    }

    /** With one of them changed. */
    StreamViews change(String stream, UnaryOperator<StreamView> change) {
        StreamView unusedKnown = get(stream);
        return map(view -> view.name().equals(stream) ? change.apply(view) : view);
    }

    /** With another name for one of them, which no other has. */
    StreamViews renamed(String stream, String newName) {
        if (all.stream().anyMatch(view -> view.name().equals(newName))) {
            throw new RecordingException("stream '" + stream + "' cannot be renamed to '" + newName + "': " + recording
                    + " has a stream of that name; leave it out first");
        }
        return change(stream, view -> view.named(newName));
    }

    private RecordingException unknown(String stream) {
        List<String> known = all.stream().map(StreamView::name).toList();
        return new RecordingException("stream '" + stream + "' is not in " + recording + Nearest.hint(stream, known));
    }
}
