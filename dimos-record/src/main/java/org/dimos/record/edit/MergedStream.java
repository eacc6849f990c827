package org.dimos.record.edit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;

/**
 * A stream of several recordings.
 *
 * @param name its name in all together
 * @param parts where its messages are, in the order of the recordings
 */
record MergedStream(String name, List<Part> parts) {
    MergedStream {
        parts = List.copyOf(parts);
    }

    /** The stream in one of the recordings. */
    record Part(RecordingSource source, RecordingReader reader, StreamInfo info) {}

    /** Refuses parts that do not fit together. */
    void check() {
        Part first = parts.get(0);
        for (Part part : parts) {
            if (!part.info().typeName().equals(first.info().typeName())) {
                throw differs(first, part, part.info().typeName(), first.info().typeName());
            }
            boolean sameBytes = base(part.info().codec()).equals(base(codec()));
            if (!sameBytes && !(isImage(part.info()) && isImage(first.info()))) {
                throw differs(first, part, part.info().codec(), first.info().codec());
            }
        }
    }

    private RecordingException differs(Part first, Part other, String what, String firstWhat) {
        return new RecordingException("stream '" + name + "' is " + firstWhat + " in "
                + first.source().name() + " and " + what + " in "
                + other.source().name()
                + "; rename one of them first, or put the files' names in front of all streams with --prefix");
    }

    /** How payloads of all parts can be kept without loss: as the first has them, but pictures of two kinds as LCM. */
    String codec() {
        String first = parts.get(0).info().codec();
        boolean jpegOnly =
                parts.stream().allMatch(part -> base(part.info().codec()).equals("jpeg"));
        return base(first).equals("jpeg") && !jpegOnly ? "lcm" : first;
    }

    /** Whether messages of two parts may be of the same time. */
    boolean overlaps() {
        List<StreamInfo> inOrder = parts.stream()
                .map(Part::info)
                .filter(info -> info.messages() > 0)
                .sorted(Comparator.comparingLong(StreamInfo::firstNanos).thenComparingLong(StreamInfo::lastNanos))
                .toList();
        return IntStream.range(1, inOrder.size())
                .anyMatch(i -> inOrder.get(i).firstNanos() <= inOrder.get(i - 1).lastNanos());
    }

    private static boolean isImage(StreamInfo info) {
        return base(info.codec()).equals("jpeg") || base(info.codec()).equals("lcm");
    }

    private static String base(String codec) {
        return codec.substring(codec.lastIndexOf('+') + 1);
    }
}
