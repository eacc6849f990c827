package org.dimos.blueprint.introspection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.Transport;
import org.dimos.msgs.std.StringMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everyone on a transport, once a second, what a run tells those who ask. */
final class RunBeacon implements AutoCloseable {
    static final String CHANNEL = new ChannelName("dimos/runs", "std_msgs.String").text();

    private static final Logger LOG = LoggerFactory.getLogger(RunBeacon.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final MessageCodec<StringMessage> CODEC = MessageCodecs.of(StringMessage.class);

    private final Transport transport;
    private final Supplier<String> content;
    private final Thread thread = new Thread(this::tellAll, "dimos-run-beacon");
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private RunBeacon(Transport transport, Supplier<String> content) {
        this.transport = transport;
        this.content = content;
    }

    static RunBeacon start(Transport transport, Supplier<String> content) {
        RunBeacon beacon = new RunBeacon(transport, content);
        beacon.thread.setDaemon(true);
        beacon.thread.start();
        return beacon;
    }

    private void tellAll() {
        try {
            while (!isOverAfter(PERIOD)) {
                tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the run is not announced on {} any more: {}", transport.name(), e.toString());
        }
    }

    void tell() {
        transport.send(CHANNEL, CODEC.encode(new StringMessage(content.get())));
    }

    private boolean isOverAfter(Duration time) throws InterruptedException {
        try {
            over.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a beacon cannot fail", e);
        }
    }

    @Override
    public void close() {
        over.complete(null);
    }
}
