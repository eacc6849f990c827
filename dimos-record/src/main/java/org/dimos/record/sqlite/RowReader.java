package org.dimos.record.sqlite;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.record.Observation;
import org.dimos.record.RecordedTime;
import org.dimos.record.RecordingException;
import org.dimos.record.Tags;

/** Makes observations of the rows of {@link Schema#selectRows}. */
final class RowReader {
    private static final String RECEPTION = "{\"" + Row.RECEPTION_TAG + "\":";

    /** A number with many more digits would take long to read. */
    private static final int MOST_DIGITS = 40;

    private final PayloadReader payloads;

    RowReader(PayloadReader payloads) {
        this.payloads = payloads;
    }

    /** The time of a row. */
    static long nanos(ResultSet row) throws SQLException {
        return RecordedTime.toNanos(row.getDouble(2));
    }

    Observation<?> read(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        long timestamp = nanos(row);
        Tags tags = Tags.none();
        long reception = timestamp;
        byte[] stored = row.getBytes(11);
        if (stored != null) {
            Bytes bytes = Bytes.wrap(stored);
            tags = Tags.ofJson(() -> JsonbText.of(bytes));
            reception = reception(bytes).orElse(timestamp);
        }
        Observation<?> observation =
                withPayload(row, id, timestamp, reception).withId(id).withTags(tags);
        Optional<Pose> pose = pose(row);
        return pose.isPresent() ? observation.withPose(pose.get()) : observation;
    }

    private Observation<?> withPayload(ResultSet row, long id, long timestamp, long reception) throws SQLException {
        Object value = row.getObject(3);
        if (value instanceof Number number) {
            Object payload = payloads.type()
                    .filter(type -> payloads.messageCodec().isEmpty())
                    .map(type -> StoredNumber.as(type, number))
                    .orElse(number);
            return Observation.of(payloads.stream(), timestamp, reception, payload);
        }
        byte[] blob = row.getBytes(12);
        if (blob == null) {
            throw new RecordingException("message " + id + " of stream '" + payloads.stream() + "' has no payload");
        }
        Encoded encoded = payloads.encoded(id, Bytes.wrap(blob));
        return Observation.encoded(payloads.stream(), timestamp, reception, encoded, payloads.payload(id, encoded));
    }

    private static Optional<Pose> pose(ResultSet row) throws SQLException {
        double[] numbers = new double[7];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row.getDouble(4 + i);
            if (row.wasNull()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Pose(
                new Point(numbers[0], numbers[1], numbers[2]),
                new Quaternion(numbers[3], numbers[4], numbers[5], numbers[6])));
    }

    /** The reception time if it is the first tag, as all writers have it; broken tags are told when asked for. */
    private static Optional<Long> reception(Bytes tags) {
        try {
            String json = JsonbText.of(tags);
            if (!json.startsWith(RECEPTION)) {
                return Optional.empty();
            }
            int end = RECEPTION.length();
            while (end < json.length() && json.charAt(end) != ',' && json.charAt(end) != '}') {
                end++;
            }
            if (end - RECEPTION.length() > MOST_DIGITS) {
                return Optional.empty();
            }
            BigDecimal seconds = new BigDecimal(json.substring(RECEPTION.length(), end));
            return seconds.precision() - seconds.scale() > 12
                    ? Optional.empty()
                    : Optional.of(seconds.movePointRight(9).longValue());
        } catch (RecordingException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
