package org.dimos.blueprint.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportReport;
import org.dimos.msgs.std.StringMessage;
import org.junit.jupiter.api.Test;

class RunBeaconTest {

    /** Keeps what is sent. */
    private static final class Wire implements Transport {
        private final BlockingQueue<Packet> sent = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "wire";
        }

        @Override
        public void send(String channel, Bytes payload) {
            sent.add(new Packet(channel, payload, 0));
        }

        @Override
        public Disposable receive(Consumer<Packet> listener) {
            return Disposable.disposed();
        }

        @Override
        public TransportReport report() {
            return new TransportReport(name(), 0, 0, 0, 0);
        }

        @Override
        public void close() {}
    }

    @Test
    void aRunIsToldOnTheTransportUntilItEnds() throws InterruptedException {
        Wire wire = new Wire();
        RunBeacon beacon = RunBeacon.start(wire, () -> "{\"run\": 1}");

        Packet packet = wire.sent.poll(30, TimeUnit.SECONDS);
        beacon.close();
        beacon.tell();

        assertThat(packet).isNotNull();
        assertThat(packet.channel()).isEqualTo("/dimos/runs#std_msgs.String");
        assertThat(MessageCodecs.of(StringMessage.class).decode(packet.payload()))
                .isEqualTo(new StringMessage("{\"run\": 1}"));
    }
}
