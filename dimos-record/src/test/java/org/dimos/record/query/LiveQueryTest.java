package org.dimos.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.selection.Order;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that another connection writes to is followed, in virtual time. */
class LiveQueryTest {
    private static final Duration POLL = Duration.ofMillis(100);

    @TempDir
    Path folder = Path.of("");

    private final TestScheduler time = new TestScheduler();
    private Optional<RecordingWriter> writer = Optional.empty();
    private Optional<RecordingStream> stream = Optional.empty();
    private long written;

    @BeforeEach
    void create() {
        RecordingWriter made = RecordingWriter.createLive(folder.resolve("live.db"));
        writer = Optional.of(made);
        stream = Optional.of(made.stream(StreamSpec.of(Sample.STREAM, String.class)));
        made.commit();
    }

    @AfterEach
    void close() {
        writer.ifPresent(RecordingWriter::close);
        writer = Optional.empty();
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            written++;
            Map<String, Object> tags = Map.of("even", written % 2 == 0);
            Model row =
                    new Model(written, Sample.START + written * 1_000_000, Optional.empty(), tags, "word " + written);
            stream.orElseThrow().append(Sample.observation(row));
        }
        writer.orElseThrow().commit();
    }

    private Query<Object> query() {
        return Recording.open(folder.resolve("live.db")).query(Sample.STREAM);
    }

    private TestSubscriber<Long> follow(Query<?> query, LiveBuffer buffer, long requested) {
        TestSubscriber<Long> subscriber = new TestSubscriber<>(requested);
        query.live(buffer, POLL, time).map(Observation::id).subscribe(subscriber);
        return subscriber;
    }

    private void poll() {
        time.advanceTimeBy(POLL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    void givesWhatIsThereAndThenWhatIsAdded() {
        write(3);
        TestSubscriber<Long> ids = follow(query(), LiveBuffer.all(), Long.MAX_VALUE);
        poll();
        ids.assertValues(1L, 2L, 3L);

        write(2);
        poll();

        ids.assertValues(1L, 2L, 3L, 4L, 5L).assertNotComplete();
        ids.cancel();
    }

    @Test
    void beginsBeforeTheFirstMessageOfAStream() {
        TestSubscriber<Long> ids = follow(query(), LiveBuffer.all(), Long.MAX_VALUE);
        poll();
        write(1);
        poll();

        ids.assertValues(1L);
        ids.cancel();
    }

    @Test
    void neverLosesNorKeepsWhatASlowOneHasNotAskedFor() {
        TestSubscriber<Long> ids = follow(query(), LiveBuffer.all(), 2);
        write(300);
        poll();
        write(200);
        poll();
        ids.assertValues(1L, 2L);

        ids.request(Long.MAX_VALUE);
        poll();

        assertThat(ids.values()).hasSize(500).isSorted().endsWith(499L, 500L);
        ids.cancel();
    }

    @Test
    void dropsTheOldestThatWait() {
        TestSubscriber<Long> ids = follow(query(), LiveBuffer.dropOldest(3), 1);
        write(100);
        poll();
        ids.request(Long.MAX_VALUE);
        poll();

        ids.assertValues(1L, 98L, 99L, 100L);
        ids.cancel();
    }

    @Test
    void keepsTheLatestOnly() {
        TestSubscriber<Long> ids = follow(query(), LiveBuffer.latest(), 1);
        write(100);
        poll();
        ids.request(Long.MAX_VALUE);
        poll();

        ids.assertValues(1L, 100L);
        ids.cancel();
    }

    @Test
    void conditionsAndOperationsGoOnWithWhatIsAdded() {
        write(4);
        Query<Long> query = query().tag("even", true).scan(0L, (sum, next) -> sum + next.id());
        TestSubscriber<Long> sums = new TestSubscriber<>();
        query.live(LiveBuffer.all(), POLL, time).map(Observation::payload).subscribe(sums);
        poll();
        write(4);
        poll();

        sums.assertValues(2L, 6L, 12L, 20L);
        sums.cancel();
    }

    @Test
    void aLimitEndsIt() {
        write(2);
        TestSubscriber<Long> ids = follow(query().offset(1).limit(3), LiveBuffer.all(), Long.MAX_VALUE);
        poll();
        ids.assertValues(2L).assertNotComplete();
        write(4);
        poll();

        ids.assertValues(2L, 3L, 4L).assertComplete();
    }

    @Test
    void aFileThatIsWrittenToAgainAfterItWasClosedIsFollowed() {
        write(2);
        close();
        TestSubscriber<Long> ids = follow(query(), LiveBuffer.all(), Long.MAX_VALUE);
        poll();
        ids.assertValues(1L, 2L);

        appendAsPythonDoes();
        poll();

        ids.assertValues(1L, 2L, 3L);
        ids.cancel();
    }

    private void appendAsPythonDoes() {
        try {
            Sample.change(
                    folder.resolve("live.db"),
                    "INSERT INTO words (ts) SELECT max(ts) + 1 FROM words",
                    "INSERT INTO words_blob SELECT 3, data FROM words_blob WHERE id = 2");
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatNeedsAnEndIsRefused() {
        Query<Object> query = query();

        for (Query<?> endless : List.of(
                query.orderBy(Order.TIME.reversed()),
                query.downsample(2).orderBy(Order.ID),
                query.align(query, POLL))) {
            assertThatThrownBy(() -> follow(endless, LiveBuffer.all(), 1))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageStartingWith("a live query");
        }
    }

    @Test
    void aReplayCannotBeFollowed() {
        TestSubscriber<Long> ids =
                follow(Recording.open(folder.resolve("live.db")).everyNth(2).query(Sample.STREAM), LiveBuffer.all(), 1);

        ids.assertError(RecordingException.class);
    }
}
