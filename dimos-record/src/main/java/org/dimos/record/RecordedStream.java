package org.dimos.record;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Receiver;
import org.dimos.core.bus.ReceiverReport;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.record.sqlite.Row;
import org.dimos.record.sqlite.RowEncoder;
import org.dimos.record.sqlite.StreamSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream on its way into a file: takes messages on the publisher's thread if there is room, and counts what becomes
 * of each.
 */
final class RecordedStream<T> implements Receiver<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedStream.class);
    private static final String MODULE = "recorder";
    private static final int OVERHEAD = 256;

    private final Channel<T> channel;
    private final Optional<Producer> producer;
    private final RecorderConfig config;
    private final RecordingPipeline pipeline;
    private final Optional<MessageCodec<T>> codec;
    private final QueuePolicy policy;
    private final LossLedger losses;
    private final Inbox inbox = new Inbox();
    private final RateMeter rate = new RateMeter();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong waitingBytes = new AtomicLong();
    private volatile int lastSize = OVERHEAD;
    private volatile @Nullable StreamSpec spec;
    private @Nullable RowEncoder encoder;

    /**
     * @throws RecordingException if messages of that type cannot be stored
     */
    RecordedStream(Channel<T> channel, Optional<Producer> producer, RecorderConfig config, RecordingPipeline pipeline) {
        this.channel = channel;
        this.producer = producer;
        this.config = config;
        this.pipeline = pipeline;
        this.policy = config.policyOf(channel.stream());
        this.losses = new LossLedger(channel.stream());
        boolean opaque = channel.type() == Opaque.class;
        if (!opaque) {
            StreamSpec.of(channel.stream(), channel.type());
        }
        this.codec =
                channel.type().isRecord() && !opaque ? Optional.of(MessageCodecs.of(channel.type())) : Optional.empty();
    }

    String name() {
        return channel.stream();
    }

    boolean isOpen() {
        return inbox.isOpen();
    }

    /**
     * Goes on after {@link #close}.
     *
     * @throws IllegalArgumentException if that is another channel, or it is open
     */
    void reopen(Channel<?> same) {
        if (same != channel || isOpen()) {
            throw new IllegalArgumentException("stream '" + channel.stream() + "' is recorded already");
        }
        open();
    }

    QueuePolicy policy() {
        return policy;
    }

    Inbox inbox() {
        return inbox;
    }

    void open() {
        inbox.open();
        channel.add(this);
    }

    /** Takes no further messages; what waits is still written. */
    void close() {
        channel.remove(this);
        inbox.close();
    }

    @Override
    public void receive(Envelope<T> message) {
        receive(message, false);
    }

    @Override
    public void receiveAwaited(Envelope<T> message) {
        receive(message, true);
    }

    private void receive(Envelope<T> message, boolean awaited) {
        published.incrementAndGet();
        int size = sizeOf(message);
        lastSize = size;
        pipeline.offer(this, new Waiting(message, size), awaited);
    }

    private int sizeOf(Envelope<T> message) {
        Encoded encoded = message.encoded();
        if (encoded != null) {
            return encoded.data().length() + OVERHEAD;
        }
        T payload = message.payload();
        if (payload instanceof Opaque opaque) {
            return opaque.data().length() + OVERHEAD;
        }
        if (payload instanceof String text) {
            return text.length() + OVERHEAD;
        }
        return codec.map(known -> known.estimateSize(payload)).orElse(0) + OVERHEAD;
    }

    AtomicLong waitingBytes() {
        return waitingBytes;
    }

    LossLedger losses() {
        return losses;
    }

    void countStored() {
        stored.incrementAndGet();
    }

    /** Makes a message ready for the file. By one encoder at a time only. */
    Row encode(Envelope<?> message) {
        RowEncoder ready = encoder;
        if (ready == null) {
            StreamSpec chosen = choose(message);
            ready = new RowEncoder(chosen);
            encoder = ready;
            spec = chosen;
        }
        return ready.encode(message);
    }

    /** The first message decides what nobody else has: the type of an opaque stream, and the bytes it comes in. */
    private StreamSpec choose(Envelope<?> message) {
        if (channel.type() == Opaque.class) {
            Opaque opaque = (Opaque) message.payload();
            return with(StreamSpec.opaque(
                    channel.stream(), opaque.typeName(), opaque.encoded().codec()));
        }
        StreamSpec plain = StreamSpec.of(channel.stream(), channel.type());
        Encoded encoded = message.encoded();
        StreamSpec asItCame =
                encoded != null && plain.accepts(encoded.codec()) ? plain.withCodec(encoded.codec()) : plain;
        StreamSpec chosen = with(asItCame);
        if (chosen.isJpeg() && !asItCame.isJpeg() && !JpegImages.canEncode(message.payload())) {
            LOG.warn("stream '{}' is stored as it is: only rgb8, bgr8 and mono8 images can be jpeg", channel.stream());
            return producer.map(asItCame::withProducer).orElse(asItCame);
        }
        return chosen;
    }

    private StreamSpec with(StreamSpec plain) {
        StreamSpec made = producer.map(plain::withProducer).orElse(plain);
        return config.codecOf(channel.stream())
                .filter(made::accepts)
                .map(made::withCodec)
                .orElse(made);
    }

    /** How the stream is to be registered; empty for an opaque one that never had a message. */
    Optional<StreamSpec> spec() {
        StreamSpec known = spec;
        if (known != null) {
            return Optional.of(known);
        }
        return channel.type() == Opaque.class
                ? Optional.empty()
                : Optional.of(with(StreamSpec.of(channel.stream(), channel.type())));
    }

    RecordedCount count() {
        long done = stored.get();
        long lost = losses.total();
        return new RecordedCount(channel.stream(), published.get(), done, lost);
    }

    StreamStatus status(long nowNanos) {
        RecordedCount count = count();
        return new StreamStatus(
                count.stream(),
                count.stored(),
                count.lost(),
                count.waiting(),
                waitingBytes.get(),
                rate.at(nowNanos, count.published()));
    }

    @Override
    public boolean isFull() {
        return pipeline.isFull(this, lastSize);
    }

    @Override
    public void whenRoom(Runnable task) {
        pipeline.whenRoom(this, lastSize, task);
    }

    @Override
    public ReceiverReport report() {
        RecordedCount count = count();
        return new ReceiverReport(MODULE, "recorded", count.stored(), count.lost(), count.waiting());
    }
}
