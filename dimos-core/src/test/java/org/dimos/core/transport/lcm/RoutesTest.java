package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final String HEADER = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU";
    private static final String DEFAULT = "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0";
    private static final String LAN = "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0";
    private static final String MULTICAST = "lo\t000000E0\t00000000\t0001\t0\t0\t0\t000000F0\t0";
    private static final String WIRELESS = "wlan0\t000000E0\t00000000\t0001\t0\t0\t600\t000000F0\t0";
    private static final String DOWN = "eth1\t434CFFEF\t00000000\t0000\t0\t0\t0\tFFFFFFFF\t0";
    private static final byte[] GROUP = {(byte) 239, (byte) 255, 76, 67};

    @Test
    void theNarrowestRouteCounts() {
        assertThat(Routes.device(List.of(HEADER, DEFAULT, LAN, MULTICAST, DOWN), GROUP))
                .contains("lo");
        assertThat(Routes.device(List.of(HEADER, DEFAULT, LAN), GROUP)).contains("eth0");
    }

    @Test
    void ofEqualRoutesTheOneThatCostsLeast() {
        assertThat(Routes.device(List.of(HEADER, WIRELESS, MULTICAST), GROUP)).contains("lo");
    }

    @Test
    void withoutADefaultThereMayBeNone() {
        assertThat(Routes.device(List.of(HEADER, LAN), GROUP)).isEmpty();
        assertThat(Routes.device(List.of(), GROUP)).isEmpty();
    }
}
