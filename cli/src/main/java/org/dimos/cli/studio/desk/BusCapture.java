package org.dimos.cli.studio.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dimos.blueprint.introspection.LiveConnection;
import org.dimos.cli.studio.state.Live;
import org.dimos.cli.text.Format;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.record.FileTarget;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecorderStatus;
import org.dimos.record.bus.BusRecorder;
import org.dimos.record.bus.BusReport;

/** A recording from outside of streams of a run, which it is asked to put on LCM. */
final class BusCapture implements AutoCloseable {
    private final Transport transport;
    private final BusRecorder recorder;
    private final Path file;
    private final Clock clock = new SystemClock();
    private final long start = clock.nanos();

    private BusCapture(Transport transport, BusRecorder recorder, Path file) {
        this.transport = transport;
        this.recorder = recorder;
        this.file = file;
    }

    static BusCapture start(
            LiveConnection run, Set<String> streams, Path file, String title, Map<String, String> environment) {
        Transport transport = Transports.open(LcmTransport.NAME, environment);
        try {
            List<String> unused = run.share(List.copyOf(streams));
            BusRecorder recorder =
                    new BusRecorder(transport, new FileTarget(file), new RecorderConfig(), streams::contains, title);
            recorder.start();
            return new BusCapture(transport, recorder, file);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    Live.Capture status() {
        RecorderStatus status = recorder.status();
        String what = status.state() == RecorderStatus.State.STOPPED ? "stopped: " : "waits: ";
        return new Live.Capture(
                file.toString(),
                status.reason().map(what::concat),
                status.stored(),
                status.fileBytes(),
                status.lost(),
                clock.nanos() - start);
    }

    /** Ends it, and says what came of it. */
    String stop() {
        try {
            BusReport report = recorder.stop();
            String lost = report.recorder().lost() == 0
                    ? ""
                    : ", " + Format.count(report.recorder().lost()) + " lost";
            String failure = report.recorder()
                    .failure()
                    .map(reason -> "; recording stopped early: " + reason)
                    .orElse("");
            return "recorded " + Format.count(report.recorder().stored(), "message") + lost + " into " + file + failure;
        } finally {
            transport.close();
        }
    }

    @Override
    public void close() {
        String unused = stop();
    }
}
