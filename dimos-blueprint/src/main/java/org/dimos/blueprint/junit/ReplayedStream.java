package org.dimos.blueprint.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dimos.blueprint.verify.Verified;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.compare.Difference;
import org.dimos.record.replay.Playback;

/**
 * A stream that came out of a replay, with the assertions that belong to it; for others there are its messages.
 *
 * @param <T> the type of the messages
 */
public final class ReplayedStream<T> {
    private final Verified verified;
    private final List<Observation<?>> observations;
    private final List<T> messages;

    private ReplayedStream(Verified verified, List<Observation<?>> observations, List<T> messages) {
        this.verified = verified;
        this.observations = observations;
        this.messages = messages;
    }

    static <T> ReplayedStream<T> of(Recording outputs, Verified verified, Class<T> type) {
        String name = verified.comparison().stream();
        List<Observation<?>> observations = new ArrayList<>();
        List<T> messages = new ArrayList<>();
        try (Playback playback = outputs.only(name).play()) {
            while (playback.hasNext()) {
                Observation<?> observation = playback.next();
                if (!type.isInstance(observation.payload())) {
                    throw new AssertionError("stream '" + name + "' holds "
                            + observation.payload().getClass().getSimpleName() + ", not " + type.getSimpleName());
                }
                observations.add(observation);
                messages.add(type.cast(observation.payload()));
            }
        }
        return new ReplayedStream<>(verified, List.copyOf(observations), List.copyOf(messages));
    }

    /** The messages, in the order of their times. */
    public List<T> messages() {
        return messages;
    }

    /** The messages with their times. */
    public List<Observation<?>> observations() {
        return observations;
    }

    /** Fails unless there are so many messages. */
    public ReplayedStream<T> hasMessages(int count) {
        if (messages.size() != count) {
            throw new AssertionError(
                    "stream '" + name() + "' has " + messages.size() + " messages; there should be " + count);
        }
        return this;
    }

    /** Fails unless something holds for every message. */
    public ReplayedStream<T> everyMessage(String should, Predicate<? super T> predicate) {
        for (int i = 0; i < messages.size(); i++) {
            if (!predicate.test(messages.get(i))) {
                throw new AssertionError("message " + (i + 1) + " of stream '" + name() + "' should " + should
                        + ", and is " + messages.get(i));
            }
        }
        return this;
    }

    /** Fails unless it is what was recorded, or the same in two replays where nothing was recorded of it. */
    public ReplayedStream<T> isAsRecorded() {
        verified.comparison().first().ifPresent(this::fail);
        return this;
    }

    private void fail(Difference first) {
        throw new AssertionError("message " + first.number() + " of stream '" + name() + "' at " + first.nanos()
                + " ns: " + first.field() + " should be " + first.left() + ", and is " + first.right());
    }

    private String name() {
        return verified.comparison().stream();
    }
}
