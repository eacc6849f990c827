package org.dimos.record.sqlite;

import java.util.List;
import java.util.Optional;
import org.dimos.record.Producer;
import org.dimos.record.RecordingException;

/** What Java notes about a stream that was copied. */
final class NotesOfCopy {
    private NotesOfCopy() {}

    /** The notes under the new names. A stream from elsewhere has none, unless its name can be no table. */
    static Optional<StreamEntry.JavaNotes> of(RawStream raw, String table, CopyPlan plan) {
        if (raw.notes().isPresent()) {
            StreamEntry.JavaNotes notes = raw.notes().get();
            return Optional.of(new StreamEntry.JavaNotes(
                    plan.name(),
                    notes.typeName(),
                    notes.javaType(),
                    notes.encoding(),
                    notes.producer().map(producer -> renamed(producer, plan))));
        }
        if (table.equals(plan.name())) {
            return Optional.empty();
        }
        if (raw.entry().config().payloadModule().equals(PythonTypes.BYTES)) {
            throw new RecordingException("stream '" + raw.entry().name() + "' cannot be renamed to '" + plan.name()
                    + "': it holds pickles of Python, and such a stream takes a name of letters, digits and _ only");
        }
        return Optional.of(new StreamEntry.JavaNotes(plan.name(), "", "", "", Optional.empty()));
    }

    private static Producer renamed(Producer producer, CopyPlan plan) {
        List<String> inputs = producer.inputs().stream()
                .map(name -> plan.renames().getOrDefault(name, name))
                .toList();
        return new Producer(producer.module(), inputs);
    }
}
