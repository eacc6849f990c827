package org.dimos.blueprint.link;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.dimos.core.Clock;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Origin;
import org.dimos.core.bus.Receiver;
import org.dimos.core.bus.ReceiverReport;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportReport;
import org.dimos.record.bus.WireForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream on a transport. What the graph publishes is encoded and sent off the publisher's thread; what comes from
 * outside is published in the graph, and does not go back.
 *
 * @param <T> the type of the messages
 */
final class StreamLink<T> implements Receiver<T>, Origin {
    private static final Logger LOG = LoggerFactory.getLogger(StreamLink.class);
    private static final long ROOM = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    /** How many messages of one stream go before it is another one's turn. */
    private static final int TURN = 16;

    private final Channel<T> channel;
    private final Transport transport;
    private final WireForm<T> form;
    private final String wireName;
    private final Executor senders;
    private final Clock clock;
    private final Outbox<T> outbox = new Outbox<>(ROOM);
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong receivedBytes = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile boolean sends;
    private volatile boolean receives;
    private volatile boolean stopped;

    /** @throws IllegalArgumentException if the transport cannot carry the stream; the message says why */
    StreamLink(Channel<T> channel, Transport transport, Executor senders, Clock clock) {
        this.channel = channel;
        this.transport = transport;
        this.senders = senders;
        this.clock = clock;
        this.form = WireForm.of(channel.type());
        this.wireName = new ChannelName(channel.stream(), form.typeName()).text();
        if (wireName.length() > ChannelName.LONGEST) {
            throw new IllegalArgumentException("its channel would be '" + wireName + "', which is " + wireName.length()
                    + " bytes long, and " + ChannelName.LONGEST + " is the most; a shorter name of the stream helps");
        }
    }

    String wireName() {
        return wireName;
    }

    String stream() {
        return channel.stream();
    }

    /** Opens the directions that are asked for; what is open stays. */
    synchronized void open(boolean out, boolean in) {
        if (out && !sends) {
            sends = true;
            channel.add(this);
        }
        receives |= in;
    }

    @Override
    public void receive(Envelope<T> message) {
        take(message, false);
    }

    @Override
    public void receiveAwaited(Envelope<T> message) {
        take(message, true);
    }

    private void take(Envelope<T> message, boolean awaited) {
        if (message.origin() instanceof StreamLink<?> link && link.transport == transport) {
            handled.incrementAndGet();
            return;
        }
        switch (outbox.add(message, form.estimateSize(message), awaited)) {
            case YES -> {}
            case FIRST -> {
                if (!handOn()) {
                    dropWaiting();
                }
            }
            case NO -> dropped.incrementAndGet();
        }
    }

    private void sendAll() {
        do {
            for (int i = 0; i < TURN; i++) {
                Envelope<T> next = outbox.take();
                if (next == null) {
                    return;
                }
                send(next);
                outbox.tellRoom();
            }
        } while (!handOn());
    }

    /** Lets another stream have its turn; false if there are no turns any more. */
    private boolean handOn() {
        try {
            senders.execute(this::sendAll);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void dropWaiting() {
        dropped.addAndGet(outbox.close());
    }

    private void send(Envelope<T> message) {
        try {
            Bytes payload = form.encode(message);
            transport.send(wireName, payload);
            sent.incrementAndGet();
            sentBytes.addAndGet(payload.length());
            handled.incrementAndGet();
        } catch (RuntimeException e) {
            dropped.incrementAndGet();
            complain("a message of '{}' could not be sent: {}; there may be more", e);
        }
    }

    /** Takes a message from outside, on the transport's thread. */
    void accept(Bytes payload) {
        if (!receives || stopped) {
            return;
        }
        receivedBytes.addAndGet(payload.length());
        try {
            channel.publish(form.read(payload, this, clock.nanos()));
            received.incrementAndGet();
        } catch (RuntimeException e) {
            undecodable(e);
        }
    }

    /** Notes a message of another type on the stream's name. */
    void refuse(String foreignName) {
        if (receives && !stopped) {
            undecodable(new IllegalArgumentException("it came on '" + foreignName + "' instead of '" + wireName + "'"));
        }
    }

    @Override
    public void undecodable(RuntimeException reason) {
        refused.incrementAndGet();
        complain("a message of '{}' from outside was left out: {}; there may be more", reason);
    }

    private void complain(String text, RuntimeException reason) {
        if (complained.compareAndSet(false, true)) {
            LOG.warn(text, channel.stream(), reason.getMessage());
        }
    }

    @Override
    public boolean isFull() {
        return outbox.isFull();
    }

    @Override
    public void whenRoom(Runnable task) {
        outbox.whenRoom(task);
    }

    /** Takes nothing more, neither from outside nor from the graph; what waits still goes out. */
    synchronized void stop() {
        stopped = true;
        if (sends) {
            channel.remove(this);
        }
    }

    /** Lets nothing more in. */
    void stopReceiving() {
        stopped = true;
    }

    /** Drops what still waits. */
    void close() {
        dropWaiting();
    }

    @Override
    public ReceiverReport report() {
        long done = handled.get();
        long lost = dropped.get();
        return new ReceiverReport(transport.name(), "sent", done, lost, outbox.waiting());
    }

    boolean receives() {
        return receives;
    }

    LinkReport report(TransportReport carried) {
        return new LinkReport(
                transport.name(),
                channel.stream(),
                form.typeName(),
                sends,
                receives,
                sent.get(),
                dropped.get(),
                received.get(),
                refused.get(),
                sentBytes.get(),
                receivedBytes.get(),
                carried.lost(wireName));
    }
}
