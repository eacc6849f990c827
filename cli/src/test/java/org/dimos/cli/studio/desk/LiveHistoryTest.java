package org.dimos.cli.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.RunMode;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.cli.studio.state.Lane;
import org.dimos.cli.studio.state.Lanes;
import org.dimos.cli.studio.state.Row;
import org.dimos.cli.studio.state.Span;
import org.junit.jupiter.api.Test;

class LiveHistoryTest {
    private final LiveHistory history = new LiveHistory();

    private void look(long nanos, StreamTraffic... streams) {
        history.add(
                new GraphStatus(RunMode.LIVE, 0, nanos, 0, List.of(), List.of(streams), List.of(), Optional.empty()));
    }

    private static StreamTraffic stream(String name, List<String> producers, long sent) {
        return new StreamTraffic(
                name, "Count", producers, List.of(), List.of(), sent, 0, 0, 0, OptionalLong.of(10 * sent), 2.5);
    }

    private static StreamTraffic stream(String name, long sent) {
        return stream(name, List.of("Driver"), sent);
    }

    private Lane lane(String name) {
        return history.lanes().of(name).orElseThrow();
    }

    @Test
    void streamsAreUnderTheModulesThatPublishThem() {
        look(
                1,
                stream("a", List.of("Driver"), 1),
                stream("b", List.of("Planner", "Driver"), 1),
                stream("c", List.of("Driver"), 1),
                stream("goal", List.of(), 0));
        assertThat(history.rows())
                .containsExactly(
                        Row.ofModule("Driver"),
                        Row.ofStream("Driver", "a", "2.5"),
                        Row.ofStream("Driver", "c", "2.5"),
                        Row.ofModule("Planner"),
                        Row.ofStream("Planner", "b", "2.5"),
                        Row.ofModule(""),
                        Row.ofStream("", "goal", "2.5"));
    }

    @Test
    void afterTheFirstLookThereIsNothingToDraw() {
        look(100, stream("a", 7));
        assertThat(history.lanes()).isEqualTo(new Lanes(new Span(100, 101), Map.of()));
    }

    @Test
    void aBinIsWhatCameBetweenTwoLooks() {
        look(100, stream("a", 7));
        look(200, stream("a", 17));
        look(300, stream("a", 17));
        look(400, stream("a", 32));
        assertThat(history.lanes().span()).isEqualTo(new Span(100, 400));
        assertThat(lane("a").bins()).isEqualTo(3);
        assertThat(List.of(
                        lane("a").messages(0), lane("a").messages(1), lane("a").messages(2)))
                .containsExactly(10L, 0L, 15L);
        assertThat(lane("a").bytes(2)).isEqualTo(150);
        assertThat(lane("a").lost(2)).isZero();
    }

    @Test
    void aStreamThatAppearsLaterOrBeginsAnewCountsFromThere() {
        look(100, stream("a", 50));
        look(200, stream("a", 5), stream("b", 1000));
        look(300, stream("a", 8), stream("b", 1001));
        assertThat(lane("a").messages(0)).isZero();
        assertThat(lane("a").messages(1)).isEqualTo(3);
        assertThat(lane("b").messages(0)).isZero();
        assertThat(lane("b").messages(1)).isEqualTo(1);
    }

    @Test
    void onlyTheLastMinutesAreKept() {
        for (int i = 0; i < 300; i++) {
            look(1000 + i, stream("a", i));
        }
        assertThat(history.lanes().span()).isEqualTo(new Span(1060, 1299));
        assertThat(lane("a").bins()).isEqualTo(239);
        assertThat(lane("a").messages(238)).isEqualTo(1);
    }
}
