package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dimos.core.transport.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LcmUrlTest {

    @Test
    void isTheUsualGroupWhereNobodySaysOtherwise() {
        assertThat(LcmUrl.of(Map.of())).hasToString("udpm://239.255.76.67:7667?ttl=0");
        assertThat(LcmUrl.of(Map.of("LCM_DEFAULT_URL", " "))).isEqualTo(LcmUrl.standard());
        assertThat(LcmUrl.parse("udpm://")).isEqualTo(LcmUrl.standard());
    }

    @Test
    void theEnvironmentSaysWhereMessagesGo() {
        LcmUrl url = LcmUrl.of(Map.of("LCM_DEFAULT_URL", "udpm://239.1.2.3:7700?ttl=1&recv_buf_size=4000000"));

        assertThat(url).isEqualTo(new LcmUrl("udpm", "239.1.2.3", 7700, 1, 4_000_000));
    }

    @Test
    void memqStaysInTheProcess() {
        assertThat(LcmUrl.parse("memq://test").isInMemory()).isTrue();
        assertThat(LcmUrl.parse("memq://test")).hasToString("memq://test");
    }

    @ParameterizedTest
    @CsvSource({
        "tcpq://localhost, it has to begin with udpm://",
        "239.255.76.67:7667, it has to begin with udpm://",
        "udpm://10.0.0.1:7667, '10.0.0.1' is no multicast group",
        "udpm://239.255.76.999:7667, is no multicast group",
        "udpm://239.255.76.67:70000, the port is '70000'; it must be a number from 1 to 65535",
        "udpm://239.255.76.67:x, the port is 'x'",
        "udpm://239.255.76.67:7667?ttl=-1, ttl is '-1'; it must be a number from 0 to 255",
        "udpm://239.255.76.67:7667?tll=1, there is no option 'tll'; did you mean 'ttl'?",
    })
    void whatIsWrongIsSaidWithTheWayOut(String text, String why) {
        assertThatThrownBy(() -> LcmUrl.of(Map.of("LCM_DEFAULT_URL", text)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining(text)
                .hasMessageContaining(why)
                .hasMessageContaining("such as udpm://239.255.76.67:7667?ttl=0");
    }
}
