package org.dimos.record.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the shared test data. */
public final class SharedData {
    private SharedData() {}

    /** A file of the shared data; where it is missing the test is skipped. */
    public static Path file(String name) {
        Path file =
                Path.of(System.getProperty("dimos.data", "../../shared/data")).resolve(name);
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no " + file + "; -Ddimos.data=FOLDER names the shared data");
        return file;
    }
}
