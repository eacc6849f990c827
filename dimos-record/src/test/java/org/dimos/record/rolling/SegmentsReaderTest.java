package org.dimos.record.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.TimeEdges;
import org.dimos.record.sqlite.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsReaderTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @TempDir
    Path state;

    private final Limits limits = new Limits().withBytes(50_000_000).withAge(Duration.ofDays(300));

    private static List<Observation<?>> rows(RecordingReader reader, long from, long to) {
        List<Observation<?>> rows = new ArrayList<>();
        try (Cursor cursor = reader.cursor("lidar", from, to)) {
            cursor.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void theWholeIsTheSegmentsInOrder() {
        long seed = 7;
        Random random = new Random(seed);
        List<Long> stamps = new ArrayList<>();
        try (RunScript run = new RunScript(state, limits)) {
            long late = RunScript.START;
            for (int i = 0; i < 300; i++) {
                long stamp = late + i * SECOND - (random.nextInt(10) == 0 ? random.nextInt(20) * SECOND : 0);
                run.write("lidar", stamp, 100 + random.nextInt(1000));
                stamps.add(stamp);
                if (random.nextInt(20) == 0) {
                    run.waitForNextSegment();
                }
            }
            try (RecordingReader reader = run.source().open()) {
                List<Observation<?>> rows = rows(reader, Long.MIN_VALUE, Long.MAX_VALUE);
                assertThat(rows)
                        .as("seed %d", seed)
                        .isSortedAccordingTo(Comparator.<Observation<?>>comparingLong(Observation::timestampNanos)
                                .thenComparingLong(Observation::id));
                stamps.sort(Comparator.naturalOrder());
                assertThat(rows).extracting(Observation::timestampNanos).isEqualTo(stamps);
                assertThat(rows).extracting(Observation::id).doesNotHaveDuplicates();
                long from = RunScript.START + 50 * SECOND;
                long to = RunScript.START + 200 * SECOND;
                assertThat(rows(reader, from, to))
                        .extracting(Observation::timestampNanos)
                        .isEqualTo(stamps.stream()
                                .filter(stamp -> stamp >= from && stamp < to)
                                .toList());
                for (long at = from; at < to; at += 7 * SECOND) {
                    long before = at;
                    assertThat(reader.lastBefore("lidar", before).map(Observation::timestampNanos))
                            .isEqualTo(stamps.stream()
                                    .filter(stamp -> stamp < before)
                                    .reduce((a, b) -> b));
                }
                StreamInfo info = reader.streams().get(0);
                assertThat(info.messages()).isEqualTo(300);
                assertThat(info.firstNanos()).isEqualTo(stamps.get(0));
                assertThat(info.lastNanos()).isEqualTo(stamps.get(299));
            }
        }
    }

    @Test
    void binsOfAllSegmentsAreThoseOfAPlainCount() {
        long seed = 11;
        Random random = new Random(seed);
        try (RunScript run = new RunScript(state, limits)) {
            for (int i = 0; i < 200; i++) {
                String stream = List.of("lidar", "odom", "camera_info").get(random.nextInt(3));
                run.write(stream, RunScript.START + (i - random.nextInt(30)) * SECOND, 100);
                if (random.nextInt(20) == 0) {
                    run.waitForNextSegment();
                }
            }
            try (RecordingReader reader = run.source().open()) {
                for (int n = 0; n < 1000; n++) {
                    long from = RunScript.START + (random.nextInt(220) - 30) * SECOND;
                    TimeEdges edges =
                            TimeEdges.even(from, from + (1 + random.nextInt(200)) * SECOND, 1 + random.nextInt(30));
                    for (StreamInfo stream : reader.streams()) {
                        assertThat(reader.counts(stream.name(), edges))
                                .as("seed %d case %d %s %s", seed, n, stream.name(), edges)
                                .isEqualTo(counted(reader, stream.name(), edges));
                    }
                }
            }
        }
    }

    private static BinCounts counted(RecordingReader reader, String stream, TimeEdges edges) {
        long[] counts = new long[edges.bins()];
        try (Cursor cursor = reader.cursor(stream, edges.at(0), edges.at(edges.bins()))) {
            cursor.forEachRemaining(observation -> counts[edges.binOf(observation.timestampNanos())]++);
        }
        return BinCounts.of(counts, true);
    }

    @Test
    void whatIsOpenedAnewSeesWhatWasAdded() {
        try (RunScript run = new RunScript(state, limits)) {
            run.write("lidar", 1000);
            assertThat(Recording.of(run.source()).recorded().get(0).messages()).isEqualTo(1);
            run.write("lidar", 1000);
            run.waitForNextSegment();
            run.write("lidar", 1000);
            assertThat(Recording.of(run.source()).recorded().get(0).messages()).isEqualTo(3);
        }
    }

    @Test
    void segmentsThatGoWhileTheyAreReadAreAGap() {
        try (RunScript run = new RunScript(state, limits)) {
            for (int i = 0; i < 6; i++) {
                run.write("lidar", 1000);
                run.waitForNextSegment();
            }
            try (RecordingReader reader = run.source().open();
                    Cursor cursor = reader.cursor("lidar", Long.MIN_VALUE, Long.MAX_VALUE)) {
                Observation<?> first = cursor.next();
                Segment.of(run.folder, 1).delete();
                Segment.of(run.folder, 4).delete();
                List<Observation<?>> rest = new ArrayList<>();
                cursor.forEachRemaining(rest::add);
                assertThat(first.id()).isEqualTo(1);
                assertThat(rest).extracting(Observation::id).containsExactly(2L, 3L, 5L, 6L);
                assertThat(reader.gaps())
                        .singleElement()
                        .satisfies(gap ->
                                assertThat(gap.toNanos() - gap.fromNanos()).isEqualTo(1));
            }
        }
    }

    @Test
    void whatArrivedAfterAnIdIsFoundInAnySegment() {
        try (RunScript run = new RunScript(state, limits)) {
            for (int i = 0; i < 12; i++) {
                run.write("lidar", RunScript.START - i * SECOND, 100);
                if (i % 3 == 2) {
                    run.waitForNextSegment();
                }
            }
            try (RecordingReader reader = run.source().open()) {
                Selection arrivals = Selection.all().orderBy(Order.ID);
                assertThat(ids(reader.select("lidar", arrivals.afterId(4).limit(5))))
                        .containsExactly(5L, 6L, 7L, 8L, 9L);
                assertThat(ids(reader.select("lidar", arrivals.afterId(10)))).containsExactly(11L, 12L);
                assertThat(ids(reader.select("lidar", arrivals.afterId(12)))).isEmpty();
                assertThat(ids(reader.select("lidar", Selection.all().offset(1).limit(2))))
                        .containsExactly(11L, 10L);
                assertThat(reader.isOutdated()).isFalse();
                run.write("lidar", 100);
                assertThat(reader.isOutdated()).isTrue();
            }
        }
    }

    private static List<Long> ids(Cursor cursor) {
        List<Long> ids = new ArrayList<>();
        try (cursor) {
            cursor.forEachRemaining(row -> ids.add(row.id()));
        }
        return ids;
    }

    @Test
    void anUnknownStreamIsToldWithTheNearestName() {
        try (RunScript run = new RunScript(state, limits)) {
            run.write("lidar", 1000);
            try (RecordingReader reader = run.source().open()) {
                assertThatThrownBy(() -> reader.cursor("lidr", 0, 1))
                        .isInstanceOf(RecordingException.class)
                        .hasMessageContaining("did you mean 'lidar'");
            }
        }
    }

    @Test
    void aFolderWithoutSegmentsIsNoRecording() {
        assertThatThrownBy(() -> Recording.of(new RunSource(state))).hasMessageContaining("holds no segment");
        assertThatThrownBy(() -> Recording.of(new RunSource(state.resolve("none"))))
                .hasMessageContaining("there is no run");
    }
}
