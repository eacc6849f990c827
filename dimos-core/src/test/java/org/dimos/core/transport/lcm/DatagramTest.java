package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.lcm.Datagram.Fragment;
import org.dimos.core.transport.lcm.Datagram.Small;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramTest {

    @Test
    void aSmallMessageIsNumberChannelAndPayload() {
        assertThat(read("4c433032 00000007 2f61 00 0102"))
                .contains(new Small(7, "/a", Bytes.copyOf((byte) 1, (byte) 2)));
    }

    @Test
    void aPayloadMayBeEmpty() {
        assertThat(read("4c433032 00000007 2f61 00")).contains(new Small(7, "/a", Bytes.empty()));
    }

    @Test
    void theFirstFragmentNamesTheChannelAndTheOthersDoNot() {
        assertThat(read("4c433033 00000007 00000003 00000000 0000 0002 2f61 00 0102"))
                .contains(new Fragment(7, 3, 0, 0, 2, "/a", Bytes.copyOf((byte) 1, (byte) 2)));
        assertThat(read("4c433033 00000007 00000003 00000002 0001 0002 03"))
                .contains(new Fragment(7, 3, 2, 1, 2, "", Bytes.copyOf((byte) 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4c4330",
                "4c433032 000000",
                "4c433031 00000007 2f61 00",
                "4c433032 00000007 2f61",
                "4c433032 00000007 00",
                "4c433032 00000007 2f0961 00 01",
                "4c433033 00000007 00000003 00000000 0000",
                "4c433033 00000007 00000003 00000002 0002 0002 03",
                "4c433033 00000007 00000003 00000003 0001 0002 03",
                "4c433033 00000007 ffffffff 00000002 0001 0002 03",
                "4c433033 00000007 00000003 fffffff2 0001 0002 03",
                "4c433033 00000007 00000001 00000000 0000 0002 2f61 00 0102",
            })
    void whatIsDamagedIsNoMessage(String hex) {
        assertThat(read(hex)).isEmpty();
    }

    @Test
    void noBytesAtAllMakeItFail() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length >= 4 && random.nextBoolean()) {
                ByteBuffer.wrap(bytes).putInt(random.nextBoolean() ? Datagram.SMALL : Datagram.FRAGMENT);
            }
            Optional<Datagram> read = Datagram.read(ByteBuffer.wrap(bytes));
            read.ifPresent(datagram -> assertThat(datagram.toString()).isNotEmpty());
        }
    }

    private static Optional<Datagram> read(String hex) {
        return Datagram.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }
}
