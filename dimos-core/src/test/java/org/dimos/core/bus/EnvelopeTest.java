package org.dimos.core.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Stamped;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private final Encoded bytes = new Encoded("lcm", Bytes.copyOf((byte) 1, (byte) 2));

    private record Scan(long stampNanos) implements Stamped {}

    @Test
    void takesItsTimeFromTheMessage() {
        assertThat(Envelope.published(new Scan(5), 9).timestampNanos()).isEqualTo(5);
    }

    @Test
    void takesTheTimeOfReceptionWhereTheMessageHasNone() {
        assertThat(Envelope.published(new Scan(0), 9).timestampNanos()).isEqualTo(9);
        assertThat(Envelope.published("text", 9).timestampNanos()).isEqualTo(9);
    }

    @Test
    void decodesOnceHoweverOftenItIsAsked() {
        AtomicInteger decoded = new AtomicInteger();
        Envelope<Integer> envelope = Envelope.encoded(bytes, decoded::incrementAndGet, 1, 2);
        assertThat(envelope.payload()).isEqualTo(1);
        assertThat(envelope.payload()).isEqualTo(1);
        assertThat(decoded).hasValue(1);
    }

    @Test
    void decodesOnlyWhenAsked() {
        AtomicInteger decoded = new AtomicInteger();
        Envelope<Integer> envelope = Envelope.encoded(bytes, decoded::incrementAndGet, 1, 2);
        assertThat(envelope.encoded()).isSameAs(bytes);
        assertThat(envelope.timestampNanos()).isEqualTo(1);
        assertThat(envelope.receptionNanos()).isEqualTo(2);
        assertThat(decoded).hasValue(0);
    }
}
