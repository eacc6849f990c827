package org.dimos.record.query;

import java.util.List;
import java.util.Optional;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Cursor;

/** A recording whose reader knows nothing but to read by time: every selection is made in memory. */
record PlainSource(RecordingSource source) implements RecordingSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public RecordingReader open() {
        return new PlainReader(source.open());
    }

    private record PlainReader(RecordingReader reader) implements RecordingReader {
        @Override
        public List<StreamInfo> streams() {
            return reader.streams();
        }

        @Override
        public Optional<RunInfo> run() {
            return reader.run();
        }

        @Override
        public List<Loss> losses() {
            return reader.losses();
        }

        @Override
        public List<Gap> gaps() {
            return reader.gaps();
        }

        @Override
        public Cursor cursor(String stream, long fromNanos, long toNanos) {
            return reader.cursor(stream, fromNanos, toNanos);
        }

        @Override
        public Optional<Observation<?>> lastBefore(String stream, long nanos) {
            return reader.lastBefore(stream, nanos);
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
