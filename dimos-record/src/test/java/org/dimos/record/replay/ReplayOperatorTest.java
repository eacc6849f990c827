package org.dimos.record.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.junit.jupiter.api.Test;

class ReplayOperatorTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long MS = 1_000_000;

    private static Observation<?> at(long millis) {
        return Observation.of("s", START + millis * MS, START + millis * MS, millis);
    }

    private static Iterator<Observation<?>> everyMillis(long period, int count) {
        return LongStream.range(0, count)
                .<Observation<?>>mapToObj(i -> at(i * period))
                .iterator();
    }

    private static List<Observation<?>> run(ReplayOperator operator, Iterator<Observation<?>> source) {
        List<Observation<?>> result = new ArrayList<>();
        operator.apply(source).forEachRemaining(result::add);
        return result;
    }

    private static List<Long> times(List<Observation<?>> observations) {
        return observations.stream()
                .map(observation -> (observation.timestampNanos() - START) / MS)
                .toList();
    }

    private static List<Object> payloads(List<Observation<?>> observations) {
        return observations.stream().<Object>map(Observation::payload).toList();
    }

    @Test
    void everyNthKeepsTheFirstOfEachN() {
        assertThat(times(run(Filter.everyNth(3), everyMillis(100, 8)))).containsExactly(0L, 300L, 600L);
    }

    @Test
    void everyNthCountsAnewInEachPlaying() {
        ReplayOperator operator = Filter.everyNth(3);
        assertThat(run(operator, everyMillis(100, 4))).hasSize(2);
        assertThat(times(run(operator, everyMillis(100, 4)))).containsExactly(0L, 300L);
    }

    @Test
    void throttleKeepsTheRateWhereItDividesTheStreams() {
        assertThat(times(run(Filter.throttle(5), everyMillis(100, 7)))).containsExactly(0L, 200L, 400L, 600L);
    }

    @Test
    void throttleHoldsTheMeanRateWhereItDoesNotDivide() {
        assertThat(run(Filter.throttle(7), everyMillis(10, 1000))).hasSize(70);
    }

    @Test
    void throttleNeverExceedsItsRateByMoreThanOne() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            List<Observation<?>> source = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < 200; i++) {
                time += random.nextInt(random.nextInt(10) == 0 ? 500 : 50);
                source.add(at(time));
            }
            int kept = run(Filter.throttle(10), source.iterator()).size();
            assertThat(kept).as("seed %d", seed).isLessThanOrEqualTo((int) (time / 100) + 1);
        }
    }

    @Test
    void throttlePassesAStreamSlowerThanItsRate() {
        assertThat(run(Filter.throttle(50), everyMillis(100, 20))).hasSize(20);
    }

    @Test
    void shiftMovesTimesAndNotPayloads() {
        List<Observation<?>> shifted = run(Mapping.shift(Duration.ofMillis(250)), everyMillis(100, 2));
        assertThat(times(shifted)).containsExactly(250L, 350L);
        assertThat(payloads(shifted)).containsExactly(0L, 100L);
    }

    @Test
    void filterKeepsWhatThePredicateHoldsFor() {
        Filter odd = new Filter(() -> observation -> (long) observation.payload() % 200 == 100);
        assertThat(times(run(odd, everyMillis(100, 5)))).containsExactly(100L, 300L);
    }

    @Test
    void mappingChangesPayloads() {
        Mapping doubled = new Mapping(observation -> observation.withPayload((long) observation.payload() * 2));
        assertThat(payloads(run(doubled, everyMillis(100, 3)))).containsExactly(0L, 200L, 400L);
    }

    @Test
    void transformTakesAnyOperators() {
        FlowTransform pairs = FlowTransform.ofPayloads(
                Long.class, (messages, time) -> messages.buffer(2).map(pair -> pair.get(0) + pair.get(1)));
        List<Observation<?>> result = run(pairs, everyMillis(100, 4));
        assertThat(payloads(result)).containsExactly(100L, 500L);
        assertThat(times(result)).containsExactly(100L, 300L);
    }

    @Test
    void transformKeepsTimeInRecordedTime() {
        FlowTransform debounced = FlowTransform.ofPayloads(
                Long.class, (messages, time) -> messages.debounce(150, TimeUnit.MILLISECONDS, time));
        List<Observation<?>> result = run(
                debounced,
                List.<Observation<?>>of(at(0), at(100), at(400), at(1000)).iterator());
        assertThat(payloads(result)).containsExactly(100L, 400L, 1000L);
        assertThat(times(result)).containsExactly(250L, 550L, 1000L);
    }

    @Test
    void transformGivesWhatIsDelayedTheLaterTime() {
        FlowTransform delayed = FlowTransform.ofPayloads(
                Long.class, (messages, time) -> messages.delay(30, TimeUnit.MILLISECONDS, time));
        List<Observation<?>> result = run(delayed, everyMillis(100, 3));
        assertThat(times(result)).containsExactly(30L, 130L, 230L);
        assertThat(payloads(result)).containsExactly(0L, 100L, 200L);
    }

    @Test
    void transformOfTheWholeSeesObservations() {
        FlowTransform second =
                new FlowTransform((observations, time) -> observations.skip(1).take(1));
        assertThat(times(run(second, everyMillis(100, 5)))).containsExactly(100L);
    }

    @Test
    void transformThatFailsNamesItsError() {
        FlowTransform broken = FlowTransform.ofPayloads(
                Long.class, (messages, time) -> messages.map(message -> message / (message - 100)));
        assertThatThrownBy(() -> run(broken, everyMillis(100, 3)))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("/ by zero");
    }

    @Test
    void operatorsWorkInTheOrderInWhichTheyWereAdded() {
        ReplayOperator thinned = Filter.everyNth(2).then(Filter.everyNth(3));
        assertThat(times(run(thinned, everyMillis(100, 13)))).containsExactly(0L, 600L, 1200L);
    }

    @Test
    void mergeOrdersByTimeThenStreamThenId() {
        Observation<?> a1 = Observation.of("a", START, START, 1L).withId(1);
        Observation<?> a2 = Observation.of("a", START, START, 2L).withId(2);
        Observation<?> b1 = Observation.of("b", START, START, 3L).withId(1);
        Observation<?> b0 = Observation.of("b", START - 1, START, 4L).withId(2);
        Merge merge = new Merge(List.of(
                List.<Observation<?>>of(b0, b1).iterator(),
                List.<Observation<?>>of(a1, a2).iterator()));
        List<Observation<?>> order = new ArrayList<>();
        merge.forEachRemaining(order::add);
        assertThat(payloads(order)).containsExactly(4L, 1L, 2L, 3L);
    }

    @Test
    void refusesRatesAndNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> Filter.everyNth(0))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Filter.throttle(0))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("greater than 0");
    }
}
