package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.Packet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real datagrams on this machine, in a group that nobody else listens to. */
@Timeout(60)
class LcmTransportIT {
    private static final long LIMIT_SECONDS = 10;

    private final LcmUrl url = new LcmUrl(
            "udpm", "239.255.76.67", 20_000 + ThreadLocalRandom.current().nextInt(10_000), 0, 8 << 20);
    private final BlockingQueue<Packet> received = new LinkedBlockingQueue<>();

    @BeforeEach
    void multicastIsThere() {
        NetworkCheck check = NetworkCheck.of(url);
        assumeTrue(check.works(), () -> "no multicast on this machine: " + check.findings());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 65_490, 65_497, 65_498, 65_499, 130_000, 1_000_000, 10_000_000})
    void aMessageOfAnySizeArrivesAsItIs(int size) throws InterruptedException {
        Bytes payload = payload(size);
        try (LcmTransport from = LcmTransport.open(url);
                LcmTransport to = LcmTransport.open(url)) {
            Disposable listening = to.receive(received::add);
            from.send("/x#T", payload);

            Packet packet = next();
            assertThat(packet.channel()).isEqualTo("/x#T");
            assertThat(packet.payload()).isEqualTo(payload);
            listening.dispose();
            assertThat(to.report().losses()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 65_499, 1_000_000, 10_000_000})
    void somebodyWhoOnlyLooksOnGetsTheSame(int size) throws InterruptedException {
        Bytes payload = payload(size);
        try (LcmTransport from = LcmTransport.open(url);
                LcmTransport to = LcmTransport.onlook(url)) {
            Disposable listening = to.receive(received::add);
            for (int i = 0; i < 3; i++) {
                from.send("/x#T", payload);
                to.send("/own#T", payload);
            }
            for (int i = 0; i < 3; i++) {
                Packet packet = next();
                assertThat(packet.channel()).isEqualTo("/x#T");
                assertThat(packet.payload()).isEqualTo(payload);
            }
            listening.dispose();
            assertThat(to.report().losses()).isEmpty();
            assertThat(to.report().received()).isEqualTo(3);
        }
    }

    @Test
    void severalListenTogetherAndNobodyHearsHimself() throws InterruptedException {
        try (LcmTransport one = LcmTransport.open(url);
                LcmTransport two = LcmTransport.open(url);
                LcmTransport three = LcmTransport.open(url)) {
            List<Disposable> listening = List.of(
                    one.receive(packet -> received.add(new Packet("one", packet.payload(), 0))),
                    two.receive(packet -> received.add(new Packet("two", packet.payload(), 0))),
                    three.receive(packet -> received.add(new Packet("three", packet.payload(), 0))));
            one.send("/x#T", payload(1));
            Packet first = next();
            Packet second = next();
            two.send("/x#T", payload(2));
            Packet third = next();
            Packet fourth = next();

            assertThat(List.of(first.channel(), second.channel())).containsExactlyInAnyOrder("two", "three");
            assertThat(List.of(third.channel(), fourth.channel())).containsExactlyInAnyOrder("one", "three");
            assertThat(one.report().received()).isEqualTo(1);
            listening.forEach(Disposable::dispose);
        }
    }

    @Test
    void manyLargeMessagesArriveWithoutLosses() throws InterruptedException {
        Bytes payload = payload(3_000_000);
        try (LcmTransport from = LcmTransport.open(url);
                LcmTransport to = LcmTransport.open(url)) {
            Disposable listening = to.receive(received::add);
            for (int i = 0; i < 20; i++) {
                from.send("/image#T", payload);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(next().payload()).isEqualTo(payload);
            }
            listening.dispose();
            assertThat(to.report().losses()).isEmpty();
        }
    }

    @Test
    void datagramsAreAsLargeAsThoseOfLiblcm() throws IOException {
        try (LcmTransport from = LcmTransport.open(url);
                DatagramChannel raw = rawSocket()) {
            from.send("/x#T", payload(65_494));
            from.send("/x#T", payload(65_495));

            assertThat(lengths(raw, 3)).containsExactly(8 + 65_499, 20 + 65_487, 20 + 13);
        }
    }

    @Test
    void anInterruptedThreadSendsAllTheSame() throws InterruptedException {
        try (LcmTransport from = LcmTransport.open(url);
                LcmTransport to = LcmTransport.open(url)) {
            Disposable listening = to.receive(received::add);
            Thread.currentThread().interrupt();
            from.send("/x#T", payload(1));
            assertThat(Thread.interrupted()).isTrue();
            from.send("/x#T", payload(2));

            assertThat(next().payload().length()).isEqualTo(1);
            assertThat(next().payload().length()).isEqualTo(2);
            listening.dispose();
        }
    }

    @Test
    void whatIsNoMessageIsCountedAndDoesNoHarm() throws IOException, InterruptedException {
        try (LcmTransport from = LcmTransport.open(url);
                LcmTransport to = LcmTransport.open(url);
                DatagramChannel raw = DatagramChannel.open(StandardProtocolFamily.INET)) {
            Disposable listening = to.receive(received::add);
            raw.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 0);
            Random random = new Random(2);
            for (int i = 0; i < 200; i++) {
                byte[] bytes = new byte[random.nextInt(100)];
                random.nextBytes(bytes);
                var unused = raw.send(ByteBuffer.wrap(bytes), url.address());
            }
            from.send("/x#T", payload(1));

            assertThat(next().payload().length()).isEqualTo(1);
            assertThat(to.report().losses()).containsEntry("no LCM message", 200L);
            listening.dispose();
        }
    }

    @Test
    void aNameThatLcmCannotCarryIsRefused() {
        try (LcmTransport transport = LcmTransport.open(url)) {
            assertThatThrownBy(() -> transport.send("/" + "x".repeat(70) + "#T", payload(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 63 bytes")
                    .hasMessageContaining("this has 73");
        }
    }

    private Packet next() throws InterruptedException {
        Packet packet = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(packet).as("a packet within %d s", LIMIT_SECONDS).isNotNull();
        return packet;
    }

    private DatagramChannel rawSocket() throws IOException {
        DatagramChannel raw = DatagramChannel.open(StandardProtocolFamily.INET);
        raw.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        raw.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        InetSocketAddress group = url.address();
        raw.bind(group);
        for (var each : Multicast.interfaces(group)) {
            var unused = raw.join(group.getAddress(), each);
        }
        return raw;
    }

    private static int[] lengths(DatagramChannel raw, int count) throws IOException {
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            ByteBuffer buffer = ByteBuffer.allocate(70_000);
            var unused = raw.receive(buffer);
            lengths[i] = buffer.position();
        }
        return lengths;
    }

    private static Bytes payload(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
