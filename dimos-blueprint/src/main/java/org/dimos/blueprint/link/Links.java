package org.dimos.blueprint.link;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dimos.core.Clock;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.TransportReport;

/** The streams of a graph that are on transports. A transport is opened when the first stream is put on it. */
public final class Links implements RobotModule {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_SENDERS = 4;

    private final Bus bus;
    private final Clock clock;
    private final Function<String, Transport> transports;
    private final Map<String, TransportLink> byTransport = new TreeMap<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor senders = new ThreadPoolExecutor(
            MOST_SENDERS, MOST_SENDERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
    private boolean closed;

    /**
     * No stream is on a transport yet.
     *
     * @param transports opens a transport by its name
     */
    public Links(Bus bus, Clock clock, Function<String, Transport> transports) {
        this.bus = bus;
        this.clock = clock;
        this.transports = transports;
        senders.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "link-" + threads.getAndIncrement());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Puts a stream on a transport.
     *
     * @param sends whether what the graph publishes goes out
     * @param receives whether what comes from outside is published in the graph
     * @throws TransportException if there is no such transport here
     * @throws IllegalArgumentException if it cannot carry the stream; the message says why
     */
    public synchronized void join(String transport, Channel<?> channel, boolean sends, boolean receives) {
        if (closed) {
            throw new IllegalStateException("the graph has stopped");
        }
        TransportLink link = byTransport.get(transport);
        if (link == null) {
            link = new TransportLink(transports.apply(transport), senders, clock);
            byTransport.put(transport, link);
        }
        link.join(channel, sends, receives);
        link.listen(bus);
    }

    /** Lets nothing more in, since the graph stops. */
    public synchronized void stopReceiving() {
        byTransport.values().forEach(TransportLink::stopReceiving);
    }

    /** What became of the messages of each linked stream. */
    public synchronized List<LinkReport> report() {
        return byTransport.values().stream()
                .flatMap(link -> link.links().stream())
                .toList();
    }

    /** What went over each transport, that of other processes included. */
    public synchronized List<TransportReport> transports() {
        return byTransport.values().stream().map(TransportLink::report).toList();
    }

    /** Closes the transports of a graph that did not come to run. */
    public synchronized void abandon() {
        closed = true;
        senders.shutdown();
        byTransport.values().forEach(TransportLink::close);
    }

    /** Sends what waits, as far as that is a matter of moments, and closes the transports. */
    @Override
    public synchronized void close() throws InterruptedException {
        closed = true;
        byTransport.values().forEach(TransportLink::stop);
        senders.shutdown();
        var unused = senders.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        byTransport.values().forEach(TransportLink::close);
    }
}
