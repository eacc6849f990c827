package org.dimos.blueprint.junit;

import java.nio.file.Path;
import org.dimos.blueprint.verify.OutputFolder;
import org.dimos.blueprint.verify.Verification;
import org.dimos.blueprint.verify.Verified;
import org.dimos.blueprint.verify.VerifyReport;
import org.dimos.core.text.Nearest;
import org.dimos.record.Recording;

/** What a blueprint made of a recording. Good for as long as its test runs. */
public final class ReplayResult implements AutoCloseable {
    private final OutputFolder folder;
    private final Recording outputs;
    private final VerifyReport report;

    private ReplayResult(OutputFolder folder, Recording outputs, VerifyReport report) {
        this.folder = folder;
        this.outputs = outputs;
        this.report = report;
    }

    static ReplayResult of(Verification verification) {
        OutputFolder folder = OutputFolder.make();
        try {
            Path file = folder.file("outputs");
            VerifyReport report = verification.keepingOutputsIn(file).run();
            return new ReplayResult(folder, Recording.open(file), report);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** How what came out compares with what was recorded. */
    public VerifyReport report() {
        return report;
    }

    /** All outputs, as a recording. */
    public Recording outputs() {
        return outputs;
    }

    /**
     * One of the outputs.
     *
     * @throws AssertionError if no module that ran publishes it, or it is of another type
     */
    public <T> ReplayedStream<T> stream(String name, Class<T> type) {
        Verified verified = report.streams().stream()
                .filter(stream -> stream.comparison().stream().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the replay gives no stream '" + name + "'"
                        + Nearest.hint(
                                name,
                                report.streams().stream()
                                        .map(stream -> stream.comparison().stream())
                                        .toList())));
        return ReplayedStream.of(outputs, verified, type);
    }

    @Override
    public void close() {
        folder.close();
    }
}
