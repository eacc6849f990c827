package org.dimos.record;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dimos.core.text.Glob;
import org.dimos.record.sqlite.StreamSpec;

/**
 * How a recorder works.
 *
 * @param queueBytes how many bytes of messages may wait for the disk, over all streams
 * @param batchInterval the longest time between two commits: what a power failure may cost
 * @param batchBytes a commit comes earlier when this many bytes are ready
 * @param codecs how to encode streams, by patterns of their names with {@code *} and {@code ?}; the first whose
 *     pattern fits counts, for streams whose type can be encoded so. Without one a message is stored in the bytes it came in, or in the encoding of its type, both lossless
 * @param policies what becomes of streams when the queue is full, by patterns in the same way; without one a stream is
 *     {@link QueuePolicy#LOSSLESS}
 * @param closeLimit how long closing may take to write what still waits
 */
public record RecorderConfig(
        long queueBytes,
        Duration batchInterval,
        int batchBytes,
        Map<String, String> codecs,
        Map<String, QueuePolicy> policies,
        Duration closeLimit) {
    private static final long DEFAULT_QUEUE = 256L << 20;
    private static final int DEFAULT_BATCH = 4 << 20;

    public RecorderConfig {
        requireNonNull(batchInterval, "batchInterval is null");
        requireNonNull(closeLimit, "closeLimit is null");
        if (queueBytes <= 0 || batchBytes <= 0) {
            throw new IllegalArgumentException("queueBytes and batchBytes must be positive");
        }
        for (String codec : codecs.values()) {
            if (!StreamSpec.isCodec(codec)) {
                throw new RecordingException(
                        "'" + codec + "' is no codec; lcm, jpeg, json and text are, each also after lz4+");
            }
        }
        codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }

    /** 256 MiB of queue, a commit every 100 ms or 4 MiB, nothing compressed, ten seconds to close. */
    public RecorderConfig() {
        this(DEFAULT_QUEUE, Duration.ofMillis(100), DEFAULT_BATCH, Map.of(), Map.of(), Duration.ofSeconds(10));
    }

    /** The same with another limit of what may wait. */
    public RecorderConfig withQueueBytes(long bytes) {
        return new RecorderConfig(bytes, batchInterval, batchBytes, codecs, policies, closeLimit);
    }

    /** The same with another limit for closing. */
    public RecorderConfig withCloseLimit(Duration limit) {
        return new RecorderConfig(queueBytes, batchInterval, batchBytes, codecs, policies, limit);
    }

    /** The same with one more rule for codecs, after those that are there. */
    public RecorderConfig withCodec(String pattern, String codec) {
        Map<String, String> more = new LinkedHashMap<>(codecs);
        more.put(pattern, codec);
        return new RecorderConfig(queueBytes, batchInterval, batchBytes, more, policies, closeLimit);
    }

    /** The same with one more rule for what becomes of streams when the queue is full, after those that are there. */
    public RecorderConfig withPolicy(String pattern, QueuePolicy policy) {
        Map<String, QueuePolicy> more = new LinkedHashMap<>(policies);
        more.put(pattern, policy);
        return new RecorderConfig(queueBytes, batchInterval, batchBytes, codecs, more, closeLimit);
    }

    /** The same with another limit of what is ready before a commit comes early. */
    public RecorderConfig withBatchBytes(int bytes) {
        return new RecorderConfig(queueBytes, batchInterval, bytes, codecs, policies, closeLimit);
    }

    Optional<String> codecOf(String stream) {
        return first(codecs, stream);
    }

    QueuePolicy policyOf(String stream) {
        return first(policies, stream).orElse(QueuePolicy.LOSSLESS);
    }

    private static <V> Optional<V> first(Map<String, V> rules, String stream) {
        return rules.entrySet().stream()
                .filter(rule -> Glob.matching(rule.getKey()).test(stream))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
