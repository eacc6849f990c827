package org.dimos.record.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dimos.core.text.Nearest;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.Producer;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.TimeEdges;
import org.dimos.record.sqlite.Cursor;

/** Reads what a list of edits leaves of a recording. Ids are those of the recording. */
final class EditedReader implements RecordingReader {
    private final String name;
    private final RecordingReader reader;
    private final EditPlan plan;

    private EditedReader(String name, RecordingReader reader, EditPlan plan) {
        this.name = name;
        this.reader = reader;
        this.plan = plan;
    }

    static EditedReader open(RecordingSource source, List<EditStep> steps) {
        RecordingReader reader = source.open();
        try {
            return new EditedReader(source.name(), reader, EditPlan.of(reader, steps));
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    EditPlan plan() {
        return plan;
    }

    @Override
    public List<StreamInfo> streams() {
        Map<String, String> renames = plan.renames();
        return plan.streams().stream().map(stream -> info(stream, renames)).toList();
    }

    private StreamInfo info(EditedStream stream, Map<String, String> renames) {
        StreamInfo source = stream.source();
        List<Loss> losses = plan.losses().stream()
                .filter(loss -> loss.stream().equals(stream.name()))
                .toList();
        StreamInfo counted = stream.rows().isAll()
                ? source
                : reader.summary(source.name(), stream.rows()).of(source);
        return new StreamInfo(
                stream.name(),
                counted.typeName(),
                counted.payloadType(),
                counted.codec(),
                counted.messages(),
                counted.firstNanos(),
                counted.lastNanos(),
                counted.bytes(),
                counted.rate(),
                losses,
                counted.producer().map(producer -> renamed(producer, renames)));
    }

    private static Producer renamed(Producer producer, Map<String, String> renames) {
        return new Producer(
                producer.module(),
                producer.inputs().stream()
                        .map(input -> renames.getOrDefault(input, input))
                        .toList());
    }

    @Override
    public Optional<RunInfo> run() {
        return reader.run();
    }

    @Override
    public List<Loss> losses() {
        return plan.losses();
    }

    @Override
    public List<Gap> gaps() {
        return plan.gaps();
    }

    @Override
    public Cursor cursor(String stream, long fromNanos, long toNanos) {
        return new RenamedCursor(rows(stream).cursor(fromNanos, toNanos), stream);
    }

    @Override
    public Optional<Observation<?>> lastBefore(String stream, long nanos) {
        return rows(stream).lastBefore(nanos).map(observation -> observation.withStream(stream));
    }

    @Override
    public BinCounts counts(String name, TimeEdges edges) {
        EditedStream stream = stream(name);
        String source = stream.source().name();
        return stream.rows().isAll()
                ? reader.counts(source, edges)
                : SpanCounts.of(reader, source, stream.rows(), edges);
    }

    @Override
    public void prepareCounts(String name, BooleanSupplier cancelled) {
        reader.prepareCounts(stream(name).source().name(), cancelled);
    }

    private EditedStream stream(String name) {
        return plan.streams().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private StreamRows rows(String name) {
        EditedStream stream = stream(name);
        return new StreamRows(reader, stream.source().name(), stream.rows());
    }

    private RecordingException unknown(String stream) {
        List<String> known = plan.streams().stream().map(EditedStream::name).toList();
        return new RecordingException("stream '" + stream + "' is not in " + name + Nearest.hint(stream, known));
    }

    @Override
    public void close() {
        reader.close();
    }

    /** The rows of a stream under its new name. */
    private record RenamedCursor(Cursor rows, String stream) implements Cursor {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Observation<?> next() {
            return rows.next().withStream(stream);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
