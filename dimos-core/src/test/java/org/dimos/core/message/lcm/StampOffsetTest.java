package org.dimos.core.message.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.tf2.TFMessage;
import org.junit.jupiter.api.Test;

class StampOffsetTest {

    @Test
    void theStampOfAnEncodedMessageIsThatOfTheDecodedOne() {
        int stamped = 0;
        for (SharedData.Golden golden : SharedData.goldenMessages()) {
            Optional<MessageCodec<?>> codec = MessageCodecs.byTypeName(golden.type());
            if (codec.isPresent() && codec.get() instanceof LcmCodec<?> lcm) {
                long expected = lcm.decode(golden.bytes()) instanceof Stamped message ? message.stampNanos() : 0;
                assertThat(lcm.stampNanos(golden.bytes())).as(golden.type()).isEqualTo(expected);
                assertThat(lcm.fits(golden.bytes())).isTrue();
                stamped += expected != 0 ? 1 : 0;
            }
        }
        assertThat(stamped).isGreaterThan(50);
    }

    @Test
    void aMessageThatIsCutOffHasNone() {
        LcmCodec<TFMessage> codec = LcmCodec.of(TFMessage.class);

        assertThat(codec.stampNanos(codec.encode(TFMessage.of()))).isZero();
        assertThat(codec.stampNanos(Bytes.empty())).isZero();
        assertThat(codec.fits(Bytes.copyOf((byte) 1))).isFalse();
    }
}
