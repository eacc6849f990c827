package org.dimos.record.repair;

import java.nio.file.Path;
import java.util.List;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.sqlite.StreamHealth;

/**
 * What the doctor found.
 *
 * @param file the file
 * @param verdict how it is on the whole
 * @param faults what is wrong with the file as a whole, a sentence each
 * @param streams what was found in each stream
 * @param losses messages that were published and not stored, as the file itself says
 * @param gaps spans that edits took out
 */
public record Health(
        Path file,
        Verdict verdict,
        List<String> faults,
        List<StreamHealth> streams,
        List<Loss> losses,
        List<Gap> gaps) {
    public Health {
        faults = List.copyOf(faults);
        streams = List.copyOf(streams);
        losses = List.copyOf(losses);
        gaps = List.copyOf(gaps);
    }
}
