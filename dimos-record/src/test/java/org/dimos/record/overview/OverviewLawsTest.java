package org.dimos.record.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.dimos.record.Edit;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.edit.MergedSource;
import org.dimos.record.replay.Playback;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.TimeEdges;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That bins hold what a plain count of the messages says, whatever a recording is like. */
class OverviewLawsTest {
    private static final int RECORDINGS = 40;
    private static final int CASES = 1500;
    private static final int LARGE = 250_000;

    @TempDir
    Path folder;

    private List<Recording> recordings(Random random) throws SQLException {
        List<Recording> recordings = new ArrayList<>();
        for (int i = 0; i < RECORDINGS; i++) {
            Path file = folder.resolve(i + ".db");
            RandomStreams.write(file, random);
            recordings.add(Recording.open(file));
        }
        return recordings;
    }

    private static TimeEdges edges(Random random) {
        long from = RandomStreams.time(random.nextInt(RandomStreams.STEPS) - 50) + random.nextInt(3) - 1;
        long length = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(400) * RandomStreams.STEP;
        return TimeEdges.even(from, from + length, 1 + random.nextInt(40));
    }

    private static BinCounts counted(RecordingReader reader, String stream, TimeEdges edges) {
        long[] counts = new long[edges.bins()];
        try (Cursor cursor = reader.cursor(stream, Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (cursor.hasNext()) {
                int bin = edges.binOf(cursor.next().timestampNanos());
                if (bin >= 0) {
                    counts[bin]++;
                }
            }
        }
        return BinCounts.of(counts, true);
    }

    private static void assertCounted(Recording recording, TimeEdges edges, String what) {
        try (RecordingReader reader = recording.source().open()) {
            recording
                    .streams()
                    .forEach(stream -> assertThat(reader.counts(stream.source().name(), edges))
                            .as("%s %s %s", what, stream.name(), edges)
                            .isEqualTo(counted(reader, stream.source().name(), edges)));
        }
    }

    @Test
    void filesOfAnyOrderWithHolesAndWithoutIndexAreCounted() throws SQLException {
        long seed = 5;
        Random random = new Random(seed);
        List<Recording> recordings = recordings(random);
        for (int n = 0; n < CASES; n++) {
            Recording recording = recordings.get(random.nextInt(recordings.size()));
            assertCounted(recording, edges(random), "seed " + seed + " case " + n + " " + recording.name());
        }
    }

    @Test
    void editsAreApplied() throws SQLException {
        long seed = 6;
        Random random = new Random(seed);
        List<Recording> recordings = recordings(random);
        for (int n = 0; n < CASES; n++) {
            Edit edit = recordings.get(random.nextInt(recordings.size())).edit();
            for (int i = random.nextInt(4); i >= 0; i--) {
                edit = step(edit, random);
            }
            String what = "seed " + seed + " case " + n + " " + edit.source().name() + " " + edit.steps();
            assertCounted(edit.preview(), edges(random), what);
        }
    }

    private static Edit step(Edit edit, Random random) {
        List<String> streams = edit.streams();
        String stream = streams.get(random.nextInt(streams.size()));
        Duration from = Duration.ofMillis(random.nextInt(200));
        Duration to = from.plusMillis(1 + random.nextInt(200));
        try {
            return switch (random.nextInt(5)) {
                case 0 -> edit.trim(from, to);
                case 1 -> edit.deleteRange(from, to);
                case 2 -> edit.deleteRange(from, to, stream);
                case 3 -> edit.trim(from, to, stream);
                default -> edit.rename(stream, stream + "_" + random.nextInt(1000));
            };
        } catch (RecordingException e) {
            return edit;
        }
    }

    @Test
    void recordingsAsOneAreTheSumOfThem() throws SQLException {
        long seed = 7;
        Random random = new Random(seed);
        List<Recording> recordings = recordings(random);
        int exact = 0;
        int estimates = 0;
        for (int n = 0; n < CASES / 3; n++) {
            Recording one = recordings.get(random.nextInt(recordings.size()));
            Recording other = recordings.get(random.nextInt(recordings.size()));
            MergedSource both = new MergedSource(List.of(one.source(), other.source()), random.nextBoolean());
            TimeEdges edges = edges(random);
            try (RecordingReader reader = both.open()) {
                for (StreamInfo stream : reader.streams()) {
                    String what = "seed " + seed + " case " + n + " " + both.name() + " " + stream.name();
                    BinCounts counts = reader.counts(stream.name(), edges);
                    BinCounts counted = counted(reader, stream.name(), edges);
                    if (counts.exact()) {
                        exact++;
                        assertThat(counts.counts()).as(what).isEqualTo(counted.counts());
                    } else {
                        estimates++;
                        assertThat(counts.sum()).as(what).isBetween(counted.sum(), 2 * counted.sum());
                    }
                }
            }
        }
        assertThat(exact).as("exact counts").isGreaterThan(CASES);
        assertThat(estimates).as("estimates").isGreaterThan(CASES / 10);
    }

    @Test
    void whatIsShownIsWhatIsPlayed() throws SQLException {
        long seed = 8;
        Random random = new Random(seed);
        List<Recording> recordings = recordings(random);
        for (int n = 0; n < CASES; n++) {
            Recording view = view(recordings.get(random.nextInt(recordings.size())), random);
            TimeEdges edges = edges(random);
            try (Overview overview = Overview.of(view);
                    Playback playback = view.play()) {
                Lanes lanes = overview.lanes(edges.at(0), edges.at(edges.bins()), edges.bins());
                long[][] expected = new long[lanes.lanes().size()][edges.bins()];
                playback.forEachRemaining(observation -> count(view, observation, edges, expected));
                for (int i = 0; i < expected.length; i++) {
                    assertThat(lanes.lanes().get(i).counts().toArray())
                            .as(
                                    "seed %d case %d %s",
                                    seed, n, lanes.lanes().get(i).name())
                            .isEqualTo(expected[i]);
                }
            }
        }
    }

    private static Recording view(Recording recording, Random random) {
        Recording events = recording.only("ordered", "mixed").rename("mixed", "other");
        long length = events.window().length().toMillis();
        if (length < 10 || events.streams().stream().anyMatch(stream -> stream.latched())) {
            return events;
        }
        Recording part = events.seek(Duration.ofMillis(random.nextInt((int) length / 2)));
        Recording cut = random.nextBoolean() ? part : part.duration(Duration.ofMillis(1 + random.nextInt(300)));
        return random.nextBoolean() ? cut : cut.shift("other", Duration.ofMillis(random.nextInt(100) - 50));
    }

    private static void count(Recording view, Observation<?> observation, TimeEdges edges, long[][] counts) {
        int bin = edges.binOf(observation.timestampNanos());
        if (bin >= 0) {
            counts[view.streams().stream().map(stream -> stream.name()).toList().indexOf(observation.stream())][bin]++;
        }
    }

    @Test
    void veryManyMessagesInDisorderAreEstimatedUntilTheyWereCounted() throws SQLException {
        for (boolean indexed : List.of(true, false)) {
            Path file = folder.resolve(indexed + ".db");
            RandomStreams.writeLarge(file, LARGE, indexed);
            try (Overview overview = Overview.of(Recording.open(file))) {
                Lane guessed = overview.lanes(100).lanes().get(0);
                assertThat(guessed.exact()).isFalse();
                assertThat(guessed.messages()).isCloseTo(LARGE, Percentage.withPercentage(1));
                overview.prepare(() -> true);
                assertThat(overview.lanes(100).exact()).isFalse();

                overview.prepare(() -> false);

                Lanes lanes = overview.lanes(100);
                assertThat(lanes.exact()).isTrue();
                assertThat(lanes.lanes().get(0).messages()).isEqualTo(LARGE + 1);
                for (int i = 0; i < 100; i++) {
                    assertThat(guessed.counts().get(i)).isBetween(2000L, 3000L);
                }
                TimeEdges close = TimeEdges.even(RandomStreams.time(5000), RandomStreams.time(5300), 77);
                assertCounted(overview.recording(), overview, close);
            }
        }
    }

    private static void assertCounted(Recording recording, Overview overview, TimeEdges edges) {
        try (RecordingReader reader = recording.source().open()) {
            Lane lane = overview.lanes(edges.at(0), edges.at(edges.bins()), edges.bins())
                    .lanes()
                    .get(0);
            assertThat(new BinCounts(lane.counts(), lane.exact())).isEqualTo(counted(reader, "large", edges));
        }
    }

    @Test
    void aFileThatGrowsIsFollowed() {
        Path file = folder.resolve("growing.db");
        try (RecordingWriter writer = RecordingWriter.createLive(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of("count", Long.class));
            append(writer, stream, 0, 100);
            try (Overview overview = Overview.of(Recording.open(file))) {
                assertThat(messages(overview)).isEqualTo(100);
                append(writer, stream, 100, 150);
                assertThat(messages(overview)).isEqualTo(150);
                append(writer, stream, 20, 40);
                assertThat(messages(overview)).isEqualTo(170);
            }
        }
    }

    private static void append(RecordingWriter writer, RecordingStream stream, int from, int to) {
        for (int i = from; i < to; i++) {
            long unused = stream.append(Observation.of("count", RandomStreams.time(i), 0, (long) i));
        }
        writer.commit();
    }

    private static long messages(Overview overview) {
        Lanes lanes = overview.lanes(RandomStreams.START, RandomStreams.time(1000), 37);
        assertThat(lanes.exact()).isTrue();
        return lanes.lanes().get(0).messages();
    }

    @Test
    void gapsAndLossesAreWhereTheyWere() throws SQLException {
        Path file = folder.resolve("run.db");
        RandomStreams.write(file, new Random(1));
        Recording recording = Recording.open(file);
        try (Overview overview = Overview.of(recording)) {
            Lanes lanes = overview.lanes(RandomStreams.time(0), RandomStreams.time(200), 20);
            Lane ordered = lanes.lane("ordered").orElseThrow();
            Lane mixed = lanes.lane("mixed").orElseThrow();
            for (int bin = 0; bin < 20; bin++) {
                assertThat(ordered.hasGap(bin)).as("bin %d", bin).isEqualTo(bin == 1);
                assertThat(ordered.hasLoss(bin)).isFalse();
                assertThat(mixed.hasGap(bin)).isFalse();
                assertThat(mixed.hasLoss(bin)).as("bin %d", bin).isEqualTo(bin >= 5 && bin <= 15);
            }
            assertThat(ordered.gapNanos().get(1)).isEqualTo(10 * RandomStreams.STEP);
            assertThat(mixed.lost().get(7)).isEqualTo(10);
            assertThat(mixed.bytes(0)).isEqualTo(8 * mixed.counts().get(0));
            assertThat(mixed.most()).isLessThanOrEqualTo(mixed.messages());
        }
    }

    @Test
    void filteredStreamsAreNotExact() throws SQLException {
        Path file = folder.resolve("run.db");
        RandomStreams.write(file, new Random(1));
        try (Overview overview = Overview.of(Recording.open(file).everyNth("mixed", 2))) {
            Lanes lanes = overview.lanes(10);
            assertThat(lanes.lane("mixed").orElseThrow().exact()).isFalse();
            assertThat(lanes.lane("ordered").orElseThrow().exact()).isTrue();
            assertThat(lanes.exact()).isFalse();
        }
    }

    @Test
    void spansThatAreNoneAreRefused() throws SQLException {
        Path file = folder.resolve("run.db");
        RandomStreams.write(file, new Random(1));
        try (Overview overview = Overview.of(Recording.open(file))) {
            assertThatThrownBy(() -> overview.lanes(5, 5, 10)).hasMessageContaining("cannot be divided into 10 bins");
            assertThatThrownBy(() -> overview.lanes(5, 6, 0)).hasMessageContaining("cannot be divided");
            assertThatThrownBy(() -> overview.lanes(5, 6, 1_000_000)).hasMessageContaining("too many");
            assertThatThrownBy(() -> overview.lanes(Long.MIN_VALUE, Long.MAX_VALUE, 10))
                    .hasMessageContaining("too long");
        }
    }
}
