package org.dimos.record.rolling;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.RecordingFile;

/**
 * The segments of a run that are open for reading: each as long as someone uses it. One that is not there any more, or
 * not yet a recording because it is just being made, is noted as missing and goes without.
 */
final class OpenSegments implements AutoCloseable {
    /** Its log may vanish between the look and the opening, when its writer closes it. */
    private static final int TRIES = 5;

    private final List<Segment> all;
    private final Map<Segment, Use> open = new HashMap<>();
    private final Set<Segment> missing = new LinkedHashSet<>();

    private static final class Use {
        private final RecordingFile file;
        private int count;

        Use(RecordingFile file) {
            this.file = file;
        }
    }

    OpenSegments(List<Segment> all) {
        this.all = List.copyOf(all);
    }

    List<Segment> all() {
        return all;
    }

    /** The segments that could not be opened. */
    synchronized Set<Segment> missing() {
        return Set.copyOf(missing);
    }

    /** The open file, to be given back with {@link #release}; empty if there is none. */
    synchronized Optional<RecordingFile> acquire(Segment segment) {
        Use use = open.get(segment);
        if (use == null) {
            Optional<RecordingFile> file = open(segment);
            if (file.isEmpty()) {
                missing.add(segment);
                return Optional.empty();
            }
            use = new Use(file.get());
            open.put(segment, use);
        }
        use.count++;
        return Optional.of(use.file);
    }

    private Optional<RecordingFile> open(Segment segment) {
        for (int tries = 1; ; tries++) {
            try {
                return Optional.of(RecordingFile.open(segment.path()));
            } catch (RecordingException e) {
                boolean justBegun = all.size() > 1 && segment.equals(all.get(all.size() - 1));
                if (justBegun || !Files.exists(segment.path())) {
                    return Optional.empty();
                }
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    synchronized void release(Segment segment) {
        Use use = open.get(segment);
        if (use != null && --use.count == 0) {
            open.remove(segment);
            use.file.close();
        }
    }

    /** Looks into a segment; empty if it is missing. */
    <T> Optional<T> read(Segment segment, Function<RecordingFile, T> look) {
        Optional<RecordingFile> file = acquire(segment);
        try {
            return file.map(look);
        } finally {
            if (file.isPresent()) {
                release(segment);
            }
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(use -> use.file.close());
        open.clear();
    }
}
