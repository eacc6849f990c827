package org.dimos.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.LiveEntry;
import org.dimos.blueprint.introspection.ModuleLoad;
import org.dimos.blueprint.introspection.PlaybackState;
import org.dimos.blueprint.introspection.RecordingState;
import org.dimos.blueprint.introspection.RunMode;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.cli.text.Json;
import org.dimos.record.rolling.ProcessMark;
import org.junit.jupiter.api.Test;

class TopTextTest {
    private static final long SECOND = 1_000_000_000;
    private static final LiveEntry RUN = new LiveEntry(
            "20261121-083000-sim-nav-1f3a",
            "sim-nav",
            new ProcessMark(4711, Optional.empty()),
            "here",
            Instant.EPOCH,
            RunMode.LIVE,
            Optional.empty(),
            Optional.empty());

    private static ModuleLoad module(String name, long cpuMillis, long handled, long waiting, long dropped) {
        OptionalLong cpu = cpuMillis < 0 ? OptionalLong.empty() : OptionalLong.of(cpuMillis * 1_000_000);
        return new ModuleLoad(name, "X", cpu, waiting, handled, dropped, List.of(), List.of());
    }

    private static StreamTraffic stream(String name, long sent, long bytes, long dropped, String... transports) {
        OptionalLong known = bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
        return new StreamTraffic(name, "T", List.of(), List.of(), List.of(transports), sent, dropped, 0, 0, known, 0);
    }

    private static GraphStatus status(
            long second, long cpuMillis, List<ModuleLoad> modules, List<StreamTraffic> streams) {
        return new GraphStatus(
                RunMode.LIVE, 0, second * SECOND, cpuMillis * 1_000_000, modules, streams, List.of(), Optional.empty());
    }

    private static Rates small() {
        return new Rates(
                status(
                        10,
                        1000,
                        List.of(module("Calm", 10, 100, 0, 0), module("Busy", 100, 10, 1, 5)),
                        List.of(stream("slow", 10, -1, 0), stream("fast", 100, 1_000_000, 3, "lcm"))),
                status(
                        12,
                        2000,
                        List.of(
                                module("Calm", 30, 300, 0, 0),
                                module("Busy", 700, 30, 4, 25),
                                module("Recorder", -1, 7, 0, 0)),
                        List.of(stream("slow", 12, -1, 0), stream("fast", 300, 5_000_000, 5, "lcm"))));
    }

    @Test
    void theBusiestModulesAndTheFastestStreamsComeFirst() {
        assertThat(new TopText(RUN, small()).lines(80))
                .containsExactly(
                        "sim-nav   live   12.00 s   CPU 50.0 %   pid 4711   20261121-083000-sim-nav-1f3a",
                        "",
                        "module                CPU %  handled/s  waiting  dropped  dropped/s",
                        "Busy                   30.0       10.0        4       25       10.0",
                        "Calm                    1.0      100.0        0        0       0.00",
                        "Recorder                  -       3.50        0        0       0.00",
                        "(outside of modules)   19.0          -        -        -          -",
                        "",
                        "stream  sent/s  bytes/s  sent  dropped  dropped/s  lost  on bus",
                        "fast     100.0   2.0 MB   300        5       1.00     0  lcm",
                        "slow      1.00        -    12        0       0.00     -");
    }

    private static Rates large() {
        List<ModuleLoad> modules = IntStream.range(0, 20)
                .mapToObj(i -> module("a_module_with_a_rather_long_name_" + i, 100 + i, i, 0, 0))
                .toList();
        List<StreamTraffic> streams = IntStream.range(0, 100)
                .mapToObj(i -> stream("robot/camera/stream_with_a_long_name_" + i, i, -1, 0, "lcm"))
                .toList();
        GraphStatus none = status(0, 0, List.of(), List.of());
        return new Rates(none, status(1, 5000, modules, streams));
    }

    @Test
    void aLargeGraphFitsASmallTerminalAndSaysWhatIsLeftOut() {
        List<String> lines = new TopText(RUN, large()).lines(80, 23);

        assertThat(lines).hasSize(23).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(3)).contains("ong_name_19");
        assertThat(lines.get(11)).isEqualTo("… and 13 modules more");
        assertThat(lines.get(14)).contains("_name_99");
        assertThat(lines.get(22)).isEqualTo("… and 92 streams more");
    }

    @Test
    void fewStreamsLeaveTheirRoomToTheModules() {
        Rates rates = new Rates(
                status(0, 0, List.of(), List.of()),
                status(1, 0, large().now().modules(), List.of(stream("only", 1, -1, 0))));

        List<String> lines = new TopText(RUN, rates).lines(80, 23);

        assertThat(lines).hasSize(23);
        assertThat(lines.get(22)).startsWith("only");
        assertThat(lines.get(19)).isEqualTo("… and 5 modules more");
    }

    @Test
    void noTerminalIsTooSmall() {
        for (int height = 1; height < 12; height++) {
            assertThat(new TopText(RUN, large()).lines(40, height)).hasSizeLessThanOrEqualTo(height);
        }
    }

    @Test
    void recorderAndPlayerAreTold() {
        GraphStatus now = new GraphStatus(
                RunMode.REPLAY,
                0,
                SECOND,
                0,
                List.of(),
                List.of(),
                List.of(new RecordingState(
                        "/tmp/a\u001b.db", "waiting", Optional.of("disk full"), 1000, 2, 0, 0, 5_000_000)),
                Optional.of(new PlaybackState("playing", Duration.ofSeconds(3), Duration.ofSeconds(60), 2, true)));
        Rates rates = new Rates(now, now);

        assertThat(new TopText(RUN, rates).lines(120))
                .contains(
                        "player: playing 3.00 of 60.00 s, x2.00, loop",
                        "recorder: waiting (disk full), 1,000 stored, 2 lost, 5.0 MB in /tmp/a?.db");
        assertThat(Json.of(TopData.of(RUN, rates))).contains("\"player\"", "\"waiting\"");
    }

    @Test
    void jsonHasTheSameNumbers() {
        String json = Json.of(TopData.of(RUN, small()));

        assertThat(json)
                .contains(
                        "\"cpu\" : 0.5",
                        "\"droppedPerSecond\" : 10.0",
                        "\"bytesPerSecond\" : 2000000.0",
                        "\"onBus\" : [ \"lcm\" ]");
    }

    @Test
    void aModuleThatWasReplacedDoesNotGoBack() {
        Rates rates = new Rates(
                status(1, 0, List.of(module("A", 500, 100, 0, 9)), List.of(stream("s", 9, 9, 9))),
                status(2, 0, List.of(module("A", 5, 1, 0, 0)), List.of(stream("s", 0, -1, 0))));

        assertThat(rates.modules().get(0).cpu()).hasValue(0);
        assertThat(rates.modules().get(0).handled()).isZero();
        assertThat(rates.streams().get(0).sent()).isZero();
    }
}
