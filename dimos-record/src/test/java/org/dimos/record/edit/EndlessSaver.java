package org.dimos.record.edit;

import java.nio.file.Path;
import java.time.Duration;
import org.dimos.record.Recording;

/** Saves edits of a file over and over, until it is killed. */
final class EndlessSaver {
    private EndlessSaver() {}

    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        for (int i = 0; ; i++) {
            Saved saved = Recording.open(file)
                    .edit()
                    .deleteRange(Duration.ofMillis(i % 10), Duration.ofMillis(i % 10 + 1), "odom")
                    .save(new SaveOptions(false, SaveListener.NONE));
            System.out.println(saved.file());
        }
    }
}
