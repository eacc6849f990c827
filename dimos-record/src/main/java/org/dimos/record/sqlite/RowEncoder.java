package org.dimos.record.sqlite;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Envelope;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.nav.Odometry;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of observations. Needs no database, so it runs on any thread. Bytes that a message came in are stored as
 * they are.
 */
public final class RowEncoder {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final StreamSpec spec;
    private final boolean wrapped;
    private final boolean inline;
    private final boolean posed;
    private final Optional<MessageCodec<?>> codec;

    public RowEncoder(StreamSpec spec) {
        this.spec = spec;
        this.wrapped = spec.isWrapped();
        this.inline = spec.isInline();
        this.posed = spec.javaType() == PoseStamped.class || spec.javaType() == Odometry.class;
        this.codec = spec.javaType() != Opaque.class && spec.javaType().isRecord()
                ? Optional.of(MessageCodecs.of(spec.javaType()))
                : Optional.empty();
    }

    /**
     * The row for an observation.
     *
     * @throws RecordingException if the payload cannot be stored in this stream
     */
    public Row encode(Observation<?> observation) {
        Map<String, Object> tags = otherTags(observation);
        long reception = observation.receptionNanos();
        Pose pose = observation.pose().orElse(null);
        return row(
                observation.timestampNanos(),
                tags.isEmpty() ? ReceptionTag.of(reception) : null,
                tags.isEmpty() ? null : tags(reception, tags),
                List.copyOf(tags.keySet()),
                pose == null && posed ? ownPose(observation.payload()) : pose,
                observation.encoded().orElse(null),
                observation::payload);
    }

    /**
     * The row for a message on its way.
     *
     * @throws RecordingException if the payload cannot be stored in this stream
     */
    public Row encode(Envelope<?> message) {
        return row(
                message.timestampNanos(),
                ReceptionTag.of(message.receptionNanos()),
                null,
                List.of(),
                posed ? ownPose(message.payload()) : null,
                message.encoded(),
                message::payload);
    }

    private Row row(
            long timestampNanos,
            @Nullable Bytes tags,
            @Nullable String tagText,
            List<String> tagKeys,
            @Nullable Pose pose,
            @Nullable Encoded encoded,
            Supplier<?> payload) {
        Number number = inline ? number(payload.get()) : null;
        Bytes blob = inline ? null : blob(encoded, payload);
        return new Row(timestampNanos, tags, tagText, tagKeys, pose, number, blob);
    }

    private Number number(Object payload) {
        if (!spec.javaType().isInstance(payload)) {
            throw wrongType(payload);
        }
        return StoredNumber.of(payload);
    }

    private Bytes blob(@Nullable Encoded encoded, Supplier<?> payload) {
        Bytes data = encoded != null && canStore(encoded)
                ? PayloadCodecs.convert(encoded, spec.codec()).data()
                : encode(payload.get());
        return wrapped ? PickledBytes.wrap(data) : data;
    }

    private boolean canStore(Encoded encoded) {
        if (encoded.codec().equals(spec.codec())) {
            return true;
        }
        String from = PayloadCodecs.base(encoded.codec());
        String to = PayloadCodecs.base(spec.codec());
        boolean sameBase = from.equals(to) || (from.equals(PayloadCodecs.JPEG) && to.equals(PayloadCodecs.LCM));
        return sameBase && PayloadCodecs.isKnown(encoded.codec()) && PayloadCodecs.isKnown(spec.codec());
    }

    private Bytes encode(Object payload) {
        if (payload instanceof Opaque opaque) {
            if (!opaque.typeName().equals(spec.typeName())) {
                throw new RecordingException(
                        "stream '" + spec.name() + "' carries " + spec.typeName() + ", not " + opaque.typeName());
            }
            return PayloadCodecs.convert(opaque.encoded(), spec.codec()).data();
        }
        if (!spec.javaType().isInstance(payload)) {
            throw wrongType(payload);
        }
        if (payload instanceof String text) {
            return PayloadCodecs.pack(Bytes.wrap(text.getBytes(StandardCharsets.UTF_8)), spec.codec());
        }
        return PayloadCodecs.pack(plain(payload), spec.codec());
    }

    private Bytes plain(Object payload) {
        boolean jpeg = PayloadCodecs.base(spec.codec()).equals(PayloadCodecs.JPEG);
        return encode(codec.orElseThrow(() -> wrongType(payload)), jpeg ? JpegEnvelope.of(payload) : payload);
    }

    private static <T> Bytes encode(MessageCodec<T> codec, Object payload) {
        return codec.encode(codec.type().cast(payload));
    }

    private RecordingException wrongType(Object payload) {
        return new RecordingException(
                "stream '" + spec.name() + "' carries " + spec.javaType().getSimpleName() + ", not "
                        + payload.getClass().getSimpleName());
    }

    private static @Nullable Pose ownPose(Object payload) {
        Pose pose = null;
        if (payload instanceof PoseStamped stamped) {
            pose = stamped.pose();
        } else if (payload instanceof Odometry odometry) {
            pose = odometry.pose().pose();
        }
        return pose != null && isFinite(pose) ? pose : null;
    }

    private static boolean isFinite(Pose pose) {
        double sum = pose.position().x() + pose.position().y() + pose.position().z();
        Quaternion turn = pose.orientation();
        return Double.isFinite(sum) && Double.isFinite(turn.x() + turn.y() + turn.z() + turn.w());
    }

    private static Map<String, Object> otherTags(Observation<?> observation) {
        if (observation.tags().isJustReception()) {
            return Map.of();
        }
        Map<String, Object> tags = new LinkedHashMap<>(observation.tags().values());
        tags.remove(Row.RECEPTION_TAG);
        for (String key : tags.keySet()) {
            if (!StreamNames.isTagName(key)) {
                throw new RecordingException("'" + Words.shown(key) + "' cannot be the name of a tag");
            }
        }
        return tags;
    }

    private static String tags(long receptionNanos, Map<String, Object> others) {
        String reception = "{\"" + Row.RECEPTION_TAG + "\": " + seconds(receptionNanos);
        if (others.isEmpty()) {
            return reception + "}";
        }
        try {
            return reception + ", "
                    + requireNonNull(MAPPER.writeValueAsString(others)).substring(1);
        } catch (JsonProcessingException e) {
            throw new RecordingException("tags cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Seconds with all digits they have: JSON numbers are not limited to doubles. */
    static String seconds(long nanos) {
        long whole = Math.floorDiv(nanos, NANOS_PER_SECOND);
        long fraction = Math.floorMod(nanos, NANOS_PER_SECOND);
        if (whole < 0) {
            return BigDecimal.valueOf(nanos, 9).toPlainString();
        }
        StringBuilder digits = new StringBuilder(Long.toString(NANOS_PER_SECOND + fraction));
        int end = digits.length();
        while (end > 2 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + digits.substring(1, end);
    }
}
