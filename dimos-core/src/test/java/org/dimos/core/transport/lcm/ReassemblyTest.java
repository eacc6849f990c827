package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.lcm.Datagram.Fragment;
import org.dimos.core.transport.lcm.Datagram.Small;
import org.junit.jupiter.api.Test;

class ReassemblyTest {
    private static final SocketAddress A = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1000);
    private static final SocketAddress B = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1001);
    private static final long SECOND = 1_000_000_000L;

    private final Traffic traffic = new Traffic();
    private final Reassembly reassembly = new Reassembly(100_000, traffic);

    @Test
    void fragmentsInAnyOrderMakeTheMessage() {
        Random random = new Random(3);
        for (int round = 0; round < 1000; round++) {
            Bytes payload = payload(random, 1 + random.nextInt(5000));
            List<Fragment> fragments = fragments(round, payload, 1 + random.nextInt(700));
            Collections.shuffle(fragments, random);

            List<Small> messages = new ArrayList<>();
            fragments.forEach(fragment -> reassembly.add(A, fragment, 0).ifPresent(messages::add));

            assertThat(messages).containsExactly(new Small(round, "/x", payload));
            assertThat(reassembly.held()).isZero();
        }
        assertThat(lost()).isZero();
    }

    @Test
    void messagesOfSeveralSendersAndNumbersDoNotMix() {
        Random random = new Random(4);
        Bytes first = payload(random, 100);
        Bytes second = payload(random, 100);
        List<Fragment> one = fragments(1, first, 50);
        List<Fragment> other = fragments(1, second, 50);

        assertThat(reassembly.add(A, one.get(0), 0)).isEmpty();
        assertThat(reassembly.add(B, other.get(0), 0)).isEmpty();
        assertThat(reassembly.add(B, other.get(1), 0)).contains(new Small(1, "/x", second));
        assertThat(reassembly.add(A, one.get(1), 0)).contains(new Small(1, "/x", first));
    }

    @Test
    void aFragmentThatComesTwiceCountsOnce() {
        List<Fragment> fragments = fragments(1, payload(new Random(1), 100), 50);

        assertThat(reassembly.add(A, fragments.get(0), 0)).isEmpty();
        assertThat(reassembly.add(A, fragments.get(0), 0)).isEmpty();
        assertThat(reassembly.add(A, fragments.get(1), 0)).isPresent();
        assertThat(reassembly.add(A, fragments.get(1), 0)).isEmpty();
        assertThat(lost()).isZero();
    }

    @Test
    void aMessageWithALostFragmentIsCountedOnceNothingComesForItAnyMore() {
        reassembly.add(A, fragments(1, payload(new Random(1), 100), 50).get(0), 0);

        reassembly.giveUp(SECOND / 2);
        assertThat(lost()).isZero();
        reassembly.giveUp(2 * SECOND);

        assertThat(traffic.lost(Loss.INCOMPLETE)).isEqualTo(1);
        assertThat(traffic.report("lcm").lost("/x")).isEqualTo(1);
        assertThat(reassembly.held()).isZero();
    }

    @Test
    void aLostMessageWhoseFirstFragmentDidNotComeIsOfNoChannelThatIsKnown() {
        reassembly.add(A, fragments(1, payload(new Random(1), 100), 50).get(1), 0);
        reassembly.end();

        assertThat(traffic.lost(Loss.INCOMPLETE)).isEqualTo(1);
        assertThat(traffic.report("lcm").lostByChannel()).isEmpty();
    }

    @Test
    void channelsThatSomeoneMakesUpTakeNoMemoryWithoutEnd() {
        for (int i = 0; i < 5000; i++) {
            traffic.lost(Loss.INCOMPLETE, "/made-up-" + i);
        }
        traffic.lost(Loss.INCOMPLETE, "/made-up-0");
        traffic.lost(Loss.INCOMPLETE, "/long".repeat(20));

        assertThat(lost()).isEqualTo(5002);
        assertThat(traffic.report("lcm").lostByChannel()).hasSize(1024).containsEntry("/made-up-0", 2L);
    }

    @Test
    void whatIsHalfThereNeverHoldsMoreThanTheLimitAndTheOldestGoesFirst() {
        Bytes payload = payload(new Random(1), 60_000);
        List<Fragment> last = List.of();
        for (int message = 0; message < 50; message++) {
            last = fragments(message, payload, 30_000);
            reassembly.add(A, last.get(0), message);
            assertThat(reassembly.held()).isLessThanOrEqualTo(100_000);
        }

        assertThat(traffic.lost(Loss.INCOMPLETE)).isEqualTo(47);
        assertThat(reassembly.add(A, last.get(1), 60)).contains(new Small(49, "/x", payload));
    }

    @Test
    void aMessageThatIsLargerThanTheMemoryIsCountedOnce() {
        for (Fragment fragment : fragments(1, payload(new Random(1), 200_000), 50_000)) {
            assertThat(reassembly.add(A, fragment, 0)).isEmpty();
        }

        assertThat(traffic.lost(Loss.TOO_LARGE)).isEqualTo(1);
        assertThat(lost()).isEqualTo(1);
        assertThat(reassembly.held()).isZero();
    }

    @Test
    void fragmentsThatContradictEachOtherAreNoMessage() {
        Bytes part = Bytes.copyOf(new byte[10]);

        reassembly.add(A, new Fragment(1, 20, 0, 0, 2, "/x", part), 0);
        reassembly.add(A, new Fragment(1, 30, 10, 1, 2, "", part), 0);
        reassembly.add(A, new Fragment(2, 20, 0, 0, 2, "/x", part), 0);
        Optional<Small> overlapping = reassembly.add(A, new Fragment(2, 20, 5, 1, 2, "", part), 0);

        assertThat(overlapping).isEmpty();
        assertThat(traffic.lost(Loss.MALFORMED)).isEqualTo(2);
    }

    @Test
    void hostileFragmentsNeitherFailNorGrow() {
        Random random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            int count = 1 + random.nextInt(4);
            Fragment fragment = new Fragment(
                    random.nextInt(50),
                    random.nextInt(random.nextBoolean() ? 100 : Integer.MAX_VALUE),
                    random.nextInt(50),
                    random.nextInt(count),
                    count,
                    "/x",
                    payload(random, random.nextInt(2000)));
            var unused = reassembly.add(random.nextBoolean() ? A : B, fragment, i * 1000L);
            assertThat(reassembly.held()).isBetween(0L, 100_000L);
        }
        reassembly.end();
        assertThat(reassembly.held()).isZero();
    }

    private long lost() {
        return traffic.report("lcm").lost();
    }

    private static Bytes payload(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private static List<Fragment> fragments(int sequence, Bytes payload, int size) {
        List<Fragment> fragments = new ArrayList<>();
        int count = (payload.length() + size - 1) / size;
        for (int number = 0; number < count; number++) {
            int offset = number * size;
            Bytes data = payload.slice(offset, Math.min(payload.length(), offset + size));
            fragments.add(
                    new Fragment(sequence, payload.length(), offset, number, count, number == 0 ? "/x" : "", data));
        }
        return fragments;
    }
}
