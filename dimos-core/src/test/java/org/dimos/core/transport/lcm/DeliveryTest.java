package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeliveryTest {
    private final Traffic traffic = new Traffic();
    private final Delivery delivery = new Delivery(10_000, traffic);
    private final List<Packet> received = new ArrayList<>();

    @Test
    @Timeout(10)
    void handsOverInOrderAndCountsWhatFindsNoRoom() throws InterruptedException {
        delivery.add(this::take);
        for (int i = 0; i < 20; i++) {
            delivery.offer(packet(i, 1000));
        }
        run();

        assertThat(received).extracting(Packet::receptionNanos).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(traffic.lost(Loss.NO_ROOM)).isEqualTo(12);
        assertThat(traffic.report("lcm").lostByChannel().values()).containsExactly(12L);
        assertThat(traffic.report("lcm").received()).isEqualTo(8);
    }

    @Test
    @Timeout(10)
    void oneMessageHasRoomHoweverLargeItIs() throws InterruptedException {
        delivery.add(this::take);
        delivery.offer(packet(1, 50_000));
        run();

        assertThat(received).hasSize(1);
    }

    @Test
    @Timeout(10)
    void aListenerThatFailsDoesNotStopTheOthers() throws InterruptedException {
        delivery.add(packet -> {
            throw new IllegalStateException("broken");
        });
        delivery.add(this::take);
        delivery.offer(packet(1, 10));
        delivery.offer(packet(2, 10));
        run();

        assertThat(received).hasSize(2);
    }

    private synchronized void take(Packet packet) {
        received.add(packet);
        notifyAll();
    }

    private void run() throws InterruptedException {
        int expected = (int) traffic.report("lcm").received();
        Thread thread = new Thread(delivery, "delivery");
        thread.start();
        synchronized (this) {
            while (received.size() < expected) {
                wait();
            }
        }
        delivery.close();
        thread.join();
    }

    private static Packet packet(long number, int size) {
        return new Packet("/x", Bytes.wrap(new byte[size]), number);
    }
}
