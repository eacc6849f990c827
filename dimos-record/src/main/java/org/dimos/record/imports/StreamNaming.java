package org.dimos.record.imports;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dimos.record.RecordingException;

/** Gives each topic a stream name of its own. */
final class StreamNaming {
    private static final int MOST_LETTERS = 150;

    private final Map<String, String> renames;
    private final Set<String> unused;
    private final Set<String> topics = new TreeSet<>();
    private final Set<String> taken = new HashSet<>();

    StreamNaming(Map<String, String> renames) {
        this.renames = renames;
        this.unused = new TreeSet<>(renames.keySet());
    }

    String nameOf(String topic) {
        topics.add(topic);
        unused.remove(topic);
        return unique(renames.getOrDefault(topic, plain(topic)));
    }

    /** The name, or where it is taken the name with a number. */
    String unique(String name) {
        String free = name;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    /** The topic without its slash, and with an underscore for whatever a stream's name cannot have. */
    private static String plain(String topic) {
        String name =
                topic.replaceAll("[^A-Za-z0-9_/.~-]", "_").replaceAll("/+", "/").replaceAll("^/|/$", "");
        String cut = name.substring(0, Math.min(name.length(), MOST_LETTERS)).replaceAll("/$", "");
        boolean reserved = cut.isEmpty() || cut.matches("(?i)(sqlite_|_dimos_|_streams$).*");
        return reserved ? "topic_" + cut : cut;
    }

    /** Refuses renames of topics that did not come up. */
    void checkAllUsed() {
        if (!unused.isEmpty()) {
            throw new RecordingException("there is no topic '"
                    + unused.iterator().next() + "' to rename; there are " + String.join(", ", topics));
        }
    }
}
