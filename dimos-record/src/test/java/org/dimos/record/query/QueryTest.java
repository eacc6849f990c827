package org.dimos.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dimos.msgs.geometry.Point;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.replay.Playback;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Pause;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {
    private static final long MILLI = 1_000_000L;

    @TempDir
    Path folder = Path.of("");

    private static Model row(long id, long millis) {
        return row(id, millis, Map.of());
    }

    private static Model row(long id, long millis, Map<String, Object> tags) {
        Point place = new Point(millis / 1000.0, 0, 0);
        return new Model(id, Sample.START + millis * MILLI, Optional.of(place), tags, "word " + id);
    }

    private static List<Model> evenly(int count, long periodMillis) {
        List<Model> rows = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            rows.add(row(id, (id - 1) * periodMillis, Map.of("even", id % 2 == 0)));
        }
        return rows;
    }

    private Recording recording(List<Model> rows) {
        return Recording.open(Sample.write(folder.resolve("recording.db"), rows));
    }

    private Query<String> words(List<Model> rows) {
        return recording(rows).query(Sample.STREAM, String.class);
    }

    private static Instant second(double seconds) {
        return Instant.ofEpochSecond(0, Sample.START + Math.round(seconds * 1e9));
    }

    private static List<Long> ids(Query<?> query) {
        List<Long> ids = new ArrayList<>();
        try (QueryCursor<?> cursor = query.open()) {
            cursor.forEachRemaining(observation -> ids.add(observation.id()));
        }
        return ids;
    }

    @Test
    void whatTheIndexesAnswerIsLeftToTheFile() {
        Query<String> query = words(evenly(10, 100))
                .after(second(0.2))
                .tag("even", true)
                .near(0.5, 0, 0, 0.3)
                .orderBy(Order.ID.reversed())
                .offset(1)
                .limit(2);

        assertThat(query.explain())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("in the file: time from ")
                .contains("tag even = true", "within 0.3 m of (0.5, 0.0, 0.0)", "order by id descending", "limit 2");
        assertThat(ids(query)).containsExactly(6L, 4L);
    }

    @Test
    void whatFollowsAFilterIsDoneInMemory() {
        Query<String> query =
                words(evenly(10, 100)).filter(next -> next.id() > 3).limit(2);

        assertThat(query.explain().subList(1, 4))
                .containsExactly("in the file: all", "in memory: filter", "in memory: limit 2");
        assertThat(ids(query)).containsExactly(4L, 5L);
    }

    @Test
    void aConditionAfterALimitSelectsAmongTheLimited() {
        assertThat(ids(words(evenly(10, 100)).limit(4).tag("even", true))).containsExactly(2L, 4L);
    }

    @Test
    void payloadsAreDecodedOnlyWhereTheyAreLookedAt() {
        Query<String> query = words(List.of(row(1, 0), row(2, 100)));
        AtomicInteger looked = new AtomicInteger();
        Query<Integer> lengths = query.mapPayload(word -> {
            looked.incrementAndGet();
            return word.length();
        });

        assertThat(lengths.first().map(Observation::payload)).contains(6);
        assertThat(looked).hasValue(1);
    }

    @Test
    void theNearestInTimeIsTheEarlierOfTwoThatAreEquallyNear() {
        Query<String> query = words(List.of(row(1, 0), row(2, 200), row(3, 200), row(4, 400)));

        assertThat(ids(query.at(second(0.3), Duration.ofMillis(100)))).containsExactly(2L);
        assertThat(ids(query.at(second(0.31), Duration.ofMillis(100)))).containsExactly(4L);
        assertThat(ids(query.at(second(0.3), Duration.ofMillis(99)))).isEmpty();
    }

    @Test
    void windowsByCountOverlapWhereTheirStepIsShorter() {
        Query<List<Observation<String>>> windows = words(evenly(6, 100)).window(3, 2);

        assertThat(windows.toList())
                .extracting(
                        window -> window.payload().stream().map(Observation::id).toList())
                .containsExactly(List.of(1L, 2L, 3L), List.of(3L, 4L, 5L), List.of(5L, 6L));
    }

    @Test
    void aWindowThatIsNeverFullIsGivenOnce() {
        assertThat(ids(words(evenly(2, 100)).window(3, 1))).containsExactly(1L);
        assertThat(ids(words2().window(2))).containsExactly(1L, 3L);
    }

    private Query<String> words2() {
        return Recording.open(Sample.write(folder.resolve("three.db"), evenly(3, 100)))
                .query(Sample.STREAM, String.class);
    }

    @Test
    void windowsByTimeFollowEachOtherAndLeaveOutEmptyOnes() {
        List<Model> rows = List.of(row(1, 50), row(2, 140), row(3, 150), row(4, 500));

        assertThat(words(rows).window(Duration.ofMillis(100)).toList())
                .extracting(
                        window -> window.payload().stream().map(Observation::id).toList())
                .containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L));
    }

    @Test
    void scanCarriesAValueFromOneToTheNext() {
        Query<Long> sums = words(evenly(4, 100)).scan(0L, (sum, next) -> sum + next.id());

        assertThat(sums.toList()).extracting(Observation::payload).containsExactly(1L, 3L, 6L, 10L);
        assertThat(sums.toList()).extracting(Observation::payload).containsExactly(1L, 3L, 6L, 10L);
    }

    @Test
    void alignsWithTheNearestWithinTheTolerance() {
        Path other =
                Sample.write(folder.resolve("other.db"), List.of(row(1, 40), row(2, 160), row(3, 260), row(4, 260)));
        Query<String> others = Recording.open(other).query(Sample.STREAM, String.class);

        List<Observation<Aligned<String, String>>> pairs =
                words(evenly(5, 100)).align(others, Duration.ofMillis(60)).toList();

        assertThat(pairs)
                .extracting(pair -> List.of(
                        pair.payload().first().id(), pair.payload().second().id()))
                .containsExactly(List.of(1L, 1L), List.of(2L, 1L), List.of(3L, 2L), List.of(4L, 3L));
    }

    @Test
    void alignsSeveralQueriesOnlyWhereAllHaveANeighbour() {
        Query<String> words = words(evenly(5, 100));

        List<Observation<List<Observation<?>>>> together = words.alignAll(
                        List.of(words.downsample(2), words.before(second(0.35))), Duration.ofMillis(10))
                .toList();

        assertThat(together).extracting(Observation::id).containsExactly(1L, 3L);
        assertThat(together.get(1).payload()).extracting(Observation::id).containsExactly(3L, 3L, 3L);
    }

    @Test
    void posesOfAnotherStreamServeForMessagesWithoutOne() {
        List<Model> bare = evenly(5, 100).stream()
                .map(row -> new Model(row.id(), row.nanos(), Optional.empty(), Map.of(), row.payload()))
                .toList();
        Query<String> places = Recording.open(Sample.write(folder.resolve("places.db"), evenly(5, 100)))
                .query(Sample.STREAM, String.class);
        Query<String> words = words(bare);

        assertThat(ids(words.near(0.2, 0, 0, 0.11))).isEmpty();
        assertThat(ids(words.withPosesOf(places, Duration.ofMillis(50)).near(0.2, 0, 0, 0.11)))
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void sumsUpWithPauses() {
        List<Model> rows = new ArrayList<>(evenly(20, 100));
        rows.add(row(21, 10_000));

        assertThat(words(rows).summary().pauses())
                .containsExactly(new Pause(Sample.START + 1900 * MILLI, Sample.START + 10_000 * MILLI));
        assertThat(words2().summary().bytes()).isEqualTo(3L * (8 + "word 1".length()));
    }

    @Test
    void aReplayPlaysWhatAQueryGives() {
        Recording recording = recording(evenly(10, 100));

        Recording where = recording
                .seek(Duration.ofMillis(300))
                .where(Sample.STREAM, all -> all.tag("even", true).limit(2));

        List<Long> played = new ArrayList<>();
        try (Playback playback = where.play()) {
            playback.forEachRemaining(next -> played.add(next.id()));
        }
        assertThat(played).containsExactly(4L, 6L);
        assertThat(ids(where.query(Sample.STREAM))).containsExactly(4L, 6L);
    }

    @Test
    void aReplayKnowsTheTypeOfPayloads() {
        Recording where = recording(evenly(4, 100))
                .where(
                        Sample.STREAM,
                        String.class,
                        all -> all.filterPayload(word -> word.endsWith("3")).mapPayload(String::toUpperCase));

        assertThat(where.query(Sample.STREAM, String.class).toList())
                .extracting(Observation::payload)
                .containsExactly("WORD 3");
    }

    @Test
    void aReplayRefusesAnotherOrderThanThatOfTime() {
        Recording recording = recording(evenly(4, 100));

        assertThatThrownBy(() -> recording.where(Sample.STREAM, all -> all.orderBy(Order.TIME.reversed())))
                .isInstanceOf(RecordingException.class)
                .hasMessage("a replay goes by time; it cannot follow an order by time descending");
    }

    @Test
    void aViewsWindowAndNamesCount() {
        Recording view = recording(evenly(10, 100))
                .seek(Duration.ofMillis(300))
                .duration(Duration.ofMillis(300))
                .rename(Sample.STREAM, "speech");

        assertThat(ids(view.query("speech"))).containsExactly(4L, 5L, 6L);
        assertThat(view.query("speech").count()).isEqualTo(3);
        assertThat(view.query("speech").first().map(Observation::stream)).contains("speech");
        assertThat(ids(view.query("speech").timeRange(Duration.ZERO, Duration.ofMillis(150))))
                .containsExactly(4L, 5L);
    }

    @Test
    void savesIntoANewRecordingWithTheBytesAsTheyAre() {
        Query<String> query = words(evenly(10, 100)).tag("even", true);
        Path target = folder.resolve("saved.db");

        assertThat(query.saveTo(target, "even")).isEqualTo(5);

        Query<String> saved = Recording.open(target).query("even", String.class);
        assertThat(RandomQuery.result(saved.<Object>as(Object.class).toList()))
                .extracting(Model::payload, Model::nanos, Model::place)
                .isEqualTo(RandomQuery.result(query.<Object>as(Object.class).toList()).stream()
                        .map(row -> org.assertj.core.groups.Tuple.tuple(row.payload(), row.nanos(), row.place()))
                        .toList());
        assertThat(saved.tag("even", true).count()).isEqualTo(5);
    }

    @Test
    void savesNewPayloadsAsTheirOwnType() {
        Path target = folder.resolve("saved.db");

        words(evenly(3, 100)).mapPayload(String::length).saveTo(target, "lengths");

        assertThat(Recording.open(target).query("lengths", Integer.class).toList())
                .extracting(Observation::payload)
                .containsExactly(6, 6, 6);
    }

    @Test
    void savesBesideTheStreamsOfACopy() {
        Recording recording = recording(evenly(4, 100));
        Path target = folder.resolve("copy.db");

        recording.query(Sample.STREAM).limit(2).saveBeside(recording, target, "first");

        Recording copy = Recording.open(target);
        assertThat(ids(copy.query(Sample.STREAM))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(copy.query("first"))).containsExactly(1L, 2L);
        assertThat(recording.recorded()).hasSize(1);
    }

    @Test
    void neverOverwritesAndLeavesNothingBehind() throws Exception {
        Query<String> query = words(evenly(3, 100));
        Path target = Files.writeString(folder.resolve("precious.db"), "precious");

        assertThatThrownBy(() -> query.saveTo(target, "words")).hasMessageContaining("exists already");
        assertThatThrownBy(() -> query.mapPayload(word -> new Object()).saveTo(folder.resolve("no.db"), "words"))
                .isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> query.mapPayload(String::length).limit(0).saveTo(folder.resolve("no.db"), "words"))
                .hasMessageContaining("gives nothing, so there is nothing to save");
        assertThat(target).hasContent("precious");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("precious.db", "recording.db");
        }
    }

    @Test
    void whatNeedsTheOrderOfTimeRefusesAnother() {
        Query<String> query = words(evenly(3, 100)).orderBy(Order.ID);

        assertThatThrownBy(() -> query.throttle(2))
                .hasMessage("throttle goes by time; it cannot follow an order by id");
        assertThatThrownBy(() -> query.window(Duration.ofSeconds(1))).isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> query.align(query, Duration.ofSeconds(1))).isInstanceOf(RecordingException.class);
    }

    @Test
    void whatMakesNoSenseIsRefusedAtOnce() {
        Query<String> query = words(evenly(3, 100));

        assertThatThrownBy(() -> query.limit(-1)).hasMessageContaining("a limit of -1 observations");
        assertThatThrownBy(() -> query.offset(-1)).hasMessageContaining("an offset of -1 observations");
        assertThatThrownBy(() -> query.near(0, Double.NaN, 0, 1)).hasMessageContaining("must be three numbers");
        assertThatThrownBy(() -> query.tag("a'); DROP TABLE words; --", 1))
                .hasMessageContaining("cannot be the name of a tag");
        assertThatThrownBy(() -> query.tag("scene", List.of())).hasMessageContaining("can be compared");
        assertThatThrownBy(() -> query.window(0)).hasMessageContaining("must be at least 1");
        assertThatThrownBy(() -> query.window(Duration.ZERO)).hasMessageContaining("must be longer");
        assertThatThrownBy(() -> query.at(second(0), Duration.ofSeconds(-1)))
                .hasMessageContaining("must not be negative");
    }

    @Test
    void anUnknownStreamAndAnotherTypeAreTold() {
        Recording recording = recording(evenly(3, 100));

        assertThatThrownBy(() -> recording.query("wrds")).hasMessageContaining("did you mean 'words'?");
        assertThatThrownBy(() -> recording.query(Sample.STREAM, Double.class))
                .hasMessageContaining("holds String, not Double");
    }

    @Test
    void aStreamWithoutMessagesGivesNothing() {
        Path file = folder.resolve("empty.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream unused = writer.stream(StreamSpec.of("empty", String.class));
            assertThat(unused.table()).isEqualTo("empty");
        }
        Query<Object> query =
                Recording.open(file).query("empty").near(0, 0, 0, 1).tag("scene", "hall");

        assertThat(query.toList()).isEmpty();
        assertThat(query.count()).isZero();
        assertThat(query.summary().count()).isZero();
        assertThat(query.last()).isEmpty();
        assertThat(query.timeRange(Duration.ZERO, Duration.ofSeconds(1)).exists())
                .isFalse();
    }
}
