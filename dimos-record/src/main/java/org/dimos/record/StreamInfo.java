package org.dimos.record;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a recording says about one of its streams.
 *
 * @param name the name as the blueprint knew it, namespace included
 * @param typeName the type outside this process, such as {@code sensor_msgs.Image}, or the name of a Java class
 * @param payloadType the class of the payloads; empty for a type this program does not know, whose payloads are
 *     {@link org.dimos.core.message.Opaque}
 * @param codec how payloads are encoded, such as {@code lz4+lcm}; {@code inline} for numbers
 * @param messages how many messages are stored
 * @param firstNanos time of the earliest message, nanoseconds since the epoch; 0 if there is none
 * @param lastNanos time of the latest message; 0 if there is none
 * @param bytes size of all payloads
 * @param rate how often messages came; empty below two different times
 * @param losses the spans in which messages were lost
 * @param producer the module that published the stream, where the file says so
 */
public record StreamInfo(
        String name,
        String typeName,
        Optional<Class<?>> payloadType,
        String codec,
        long messages,
        long firstNanos,
        long lastNanos,
        long bytes,
        Optional<Rate> rate,
        List<Loss> losses,
        Optional<Producer> producer) {
    private static final Pattern LATCHED_NAME = Pattern.compile("(.*[/_])?(tf_static|camera_info)");

    public StreamInfo {
        losses = List.copyOf(losses);
    }

    /** Messages lost over the whole recording. */
    public long lost() {
        return losses.stream().mapToLong(Loss::count).sum();
    }

    /**
     * Whether what the stream said last holds until it says something else, so that it is no event series: it repeats one
     * value under one constant stamp, as camera calibrations do, or is called as such streams always are.
     */
    public boolean isLatched() {
        return (messages > 1 && firstNanos == lastNanos) || hasLatchedName();
    }

    /** Whether it is called as streams of values that hold always are: {@code tf_static}, {@code camera_info}. */
    public boolean hasLatchedName() {
        return isLatchedName(name);
    }

    /** The same of any name. */
    public static boolean isLatchedName(String stream) {
        return LATCHED_NAME.matcher(stream).matches();
    }
}
