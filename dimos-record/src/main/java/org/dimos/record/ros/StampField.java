package org.dimos.record.ros;

import java.util.List;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;

/** The stamp in a message whose type is not known otherwise: that of the header which is its first field. */
public final class StampField {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Serialisation serialisation;
    private final boolean afterSequence;

    private StampField(Serialisation serialisation, boolean afterSequence) {
        this.serialisation = serialisation;
        this.afterSequence = afterSequence;
    }

    static Optional<StampField> of(Serialisation serialisation, StructType message) {
        boolean headed = !message.fields().isEmpty()
                && message.fields().get(0).count().equals(Count.ONE)
                && message.fields().get(0).type() instanceof StructType header
                && header.name().equals("std_msgs/Header")
                && header.fields().stream().anyMatch(field -> field.name().equals("stamp"));
        if (!headed) {
            return Optional.empty();
        }
        List<Field> header = ((StructType) message.fields().get(0).type()).fields();
        return Optional.of(new StampField(serialisation, header.get(0).name().equals("seq")));
    }

    /** Nanoseconds since the Unix epoch; 0 where the message has no stamp. */
    public long nanos(Bytes message) {
        try {
            WireInput in = serialisation.open(message);
            if (afterSequence) {
                in.int32();
            }
            long seconds = in.int32();
            long nanos = in.int32();
            return seconds == 0 ? 0 : seconds * NANOS_PER_SECOND + nanos;
        } catch (MessageFormatException e) {
            return 0;
        }
    }
}
