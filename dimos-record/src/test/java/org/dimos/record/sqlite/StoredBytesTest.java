package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.junit.jupiter.api.Test;

class StoredBytesTest {

    @Test
    void readsJsonbAsSqliteWritesIt() {
        assertThat(JsonbText.of(hex("0C"))).isEqualTo("{}");
        assertThat(JsonbText.of(hex("CC1EC70C726563657074696F6E5F7473C50E313730303030303030302E303032")))
                .isEqualTo("{\"reception_ts\":1700000000.002}");
    }

    @Test
    void readsTagsThatAreText() {
        assertThat(JsonbText.of(Bytes.wrap("{\"a\": 1}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("{\"a\": 1}");
    }

    @Test
    void refusesBrokenJsonb() {
        for (String broken : new String[] {"CC", "CCFF", "FC7FFFFFFFFFFFFFFF", "0C00", "1F", "EC80000000"}) {
            assertThatThrownBy(() -> JsonbText.of(hex(broken))).isInstanceOf(RecordingException.class);
        }
    }

    @Test
    void wrapsBytesAsPythonPicklesThem() {
        Bytes pickle = PickledBytes.wrap(hex("010203"));
        assertThat(pickle).isEqualTo(hex("80034203000000" + "010203" + "2E"));
        assertThat(PickledBytes.unwrap(pickle)).contains(hex("010203"));
    }

    @Test
    void takesNoOtherPickle() {
        assertThat(PickledBytes.unwrap(hex("80034204000000" + "010203" + "2E"))).isEmpty();
        assertThat(PickledBytes.unwrap(hex("800363706f7369780a73797374656d0a2E")))
                .isEmpty();
        assertThat(PickledBytes.unwrap(Bytes.empty())).isEmpty();
    }

    @Test
    void writesSecondsWithAllTheirDigits() {
        assertThat(RowEncoder.seconds(1_700_000_000_002_000_000L)).isEqualTo("1700000000.002");
        assertThat(RowEncoder.seconds(1_700_000_000_000_000_000L)).isEqualTo("1700000000.0");
        assertThat(RowEncoder.seconds(1_700_000_000_123_456_789L)).isEqualTo("1700000000.123456789");
        assertThat(RowEncoder.seconds(-500_000_000L)).isEqualTo("-0.500000000");
    }

    private static Bytes hex(String text) {
        return Bytes.wrap(HexFormat.of().parseHex(text));
    }
}
