package org.dimos.record.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.record.PartialFile;
import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.Batches;
import org.dimos.record.sqlite.RecordingWriter;

/** Turns a bag into a recording. */
public final class Importer {
    private static final int MOST_TOPICS = 2000;

    private final BagReader reader;
    private final ImportListener listener;
    private final StreamNaming naming;
    private final Map<BagTopic, TopicImport> topics = new LinkedHashMap<>();
    private long messages;

    private Importer(BagReader reader, ImportOptions options, ImportListener listener) {
        this.reader = reader;
        this.listener = listener;
        this.naming = new StreamNaming(options.names());
    }

    /**
     * Imports a bag of any of the {@link BagFormats}. Messages whose type has a record here are decoded and encoded anew, others stay
     * the bytes they are. A message's time is its own stamp where it has one, else the time of its reception. The
     * recording appears when it is complete; if the import fails nothing is left behind.
     *
     * @param source the bag, a file or a folder; it is never written to
     * @param target the recording; it must not exist
     * @throws RecordingException if the source cannot be read or the target cannot be written
     */
    public static ImportResult importBag(Path source, Path target, ImportOptions options, ImportListener listener) {
        try (BagReader reader = BagFormats.open(source);
                PartialFile file = new PartialFile(target)) {
            Importer importer = new Importer(reader, options, listener);
            try (RecordingWriter writer = RecordingWriter.create(file.path())) {
                importer.copy(writer);
            }
            ImportResult result = importer.result(source, target);
            file.finish();
            return result;
        }
    }

    private void copy(RecordingWriter writer) {
        Batches batches = new Batches(writer);
        for (Optional<BagMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
            BagMessage message = next.get();
            checkTime(message);
            topic(message).accept(message, writer);
            boolean full = batches.count(message.data().length());
            messages = batches.messages();
            if (full) {
                listener.progress(reader.position(), reader.size(), messages);
            }
        }
        listener.progress(reader.position(), reader.size(), messages);
    }

    private TopicImport topic(BagMessage first) {
        TopicImport known = topics.get(first.topic());
        if (known != null) {
            return known;
        }
        if (topics.size() >= MOST_TOPICS) {
            throw new RecordingException("there are more than " + MOST_TOPICS + " topics, which no recording can have");
        }
        TopicImport topic = TopicImport.of(first, naming);
        topics.put(first.topic(), topic);
        return topic;
    }

    private static void checkTime(BagMessage message) {
        // Recordings keep seconds as a double; the last two centuries of a 64-bit time do not fit there.
        if (message.logNanos() < 0 || message.logNanos() > 9_000_000_000L * 1_000_000_000L) {
            throw new RecordingException("a message of " + message.topic().name() + " was received at "
                    + message.logNanos() + " ns, which is no time since 1970");
        }
    }

    private ImportResult result(Path source, Path target) {
        if (messages == 0 && !reader.warnings().isEmpty()) {
            throw new RecordingException("there is no whole message in '" + source + "'");
        }
        naming.checkAllUsed();
        List<String> warnings = new ArrayList<>(reader.warnings());
        topics.values().forEach(topic -> topic.warning().ifPresent(warnings::add));
        List<ImportedStream> streams =
                topics.values().stream().flatMap(TopicImport::streams).toList();
        return new ImportResult(target, streams, warnings);
    }
}
