package org.dimos.core.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.Transports;
import org.junit.jupiter.api.Test;

class MemoryTransportTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("LCM_DEFAULT_URL", "memq://MemoryTransportTest");

    @Test
    void reachesTheOthersOfTheSameNameAndNotItself() {
        List<String> heard = new ArrayList<>();
        try (Transport one = Transports.open("lcm", ENVIRONMENT);
                Transport two = Transports.open("lcm", ENVIRONMENT);
                Transport other = Transports.open("lcm", Map.of("LCM_DEFAULT_URL", "memq://elsewhere"))) {
            Disposable first = one.receive(packet -> heard.add("one " + packet.channel()));
            Disposable second = two.receive(packet -> heard.add("two " + packet.channel()));
            Disposable third = other.receive(packet -> heard.add("other " + packet.channel()));

            one.send("/x#T", Bytes.empty());
            second.dispose();
            one.send("/y#T", Bytes.empty());

            assertThat(heard).containsExactly("two /x#T");
            assertThat(one.report().sent()).isEqualTo(2);
            assertThat(two.report().received()).isEqualTo(1);
            assertThat(first.isDisposed() || third.isDisposed()).isFalse();
        }
    }

    @Test
    void anUnknownTransportIsRefused() {
        assertThatThrownBy(() -> Transports.open("lmc", ENVIRONMENT))
                .isInstanceOf(TransportException.class)
                .hasMessage("there is no transport 'lmc'; there is lcm");
    }
}
