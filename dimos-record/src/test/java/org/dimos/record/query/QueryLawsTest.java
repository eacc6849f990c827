package org.dimos.record.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.dimos.record.FileSource;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.selection.Summary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries made at random give what a list gives, whoever runs them and whatever the file lacks. */
class QueryLawsTest {
    private static final int QUERIES = 150;
    private static final int ROWS = 100;

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private List<Model> rows = List.of();

    @BeforeEach
    void record() {
        rows = Sample.rows(new Random(7), ROWS);
        file = Sample.write(folder.resolve("sample.db"), rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aQueryOfAFileGivesWhatAListGives(long seed) {
        check(Recording.open(file), seed);
    }

    @Test
    void aQueryInMemoryGivesWhatAListGives() {
        check(Recording.of(new PlainSource(new FileSource(file))), 4);
    }

    @Test
    void aQueryOfAReplayGivesWhatAListGives() {
        check(Recording.open(file).filter(observation -> true), 5);
    }

    @Test
    void aFileWithoutIndexesGivesTheSame() throws SQLException {
        Sample.change(
                file,
                "DROP INDEX words_ts_id",
                "DROP INDEX words_tag_scene",
                "DROP INDEX words_tag_level",
                "DROP TABLE words_rtree");

        check(Recording.open(file), 6);
    }

    @Test
    void tagsThatAreTextGiveTheSame() throws SQLException {
        Sample.change(file, "UPDATE words SET tags = json(tags)");

        check(Recording.open(file), 7);
    }

    private void check(Recording recording, long firstSeed) {
        for (long seed = firstSeed * 10_000; seed < firstSeed * 10_000 + QUERIES; seed++) {
            RandomQuery made = new RandomQuery(new Random(seed), recording.query(Sample.STREAM), rows);
            check("seed " + seed + ":" + made.words(), made.query(), made.expected());
        }
    }

    @Test
    void aFlowAndAStreamGiveTheSameAsAList() {
        for (long seed = 0; seed < 50; seed++) {
            Query<Object> all = Recording.open(file).query(Sample.STREAM);
            Query<Object> query = new RandomQuery(new Random(seed), all, rows).query();
            List<Model> expected = RandomQuery.result(query.toList());

            assertThat(RandomQuery.result(query.flow().toList().blockingGet()))
                    .as("seed " + seed)
                    .isEqualTo(expected);
            try (Stream<Observation<Object>> stream = query.stream()) {
                assertThat(RandomQuery.result(stream.toList()))
                        .as("seed " + seed)
                        .isEqualTo(expected);
            }
        }
    }

    private static void check(String words, Query<Object> query, List<Model> expected) {
        assertThat(RandomQuery.result(query.toList())).as(words).isEqualTo(expected);
        assertThat(query.count()).as(words).isEqualTo(expected.size());
        assertThat(query.exists()).as(words).isEqualTo(!expected.isEmpty());
        assertThat(query.first().map(Model::of))
                .as(words)
                .isEqualTo(expected.stream().findFirst());
        assertThat(query.last().map(Model::of))
                .as(words)
                .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected.get(expected.size() - 1)));
        Summary summary = query.summary();
        assertThat(summary.count()).as(words).isEqualTo(expected.size());
        assertThat(summary.firstNanos())
                .as(words)
                .isEqualTo(expected.stream().mapToLong(Model::nanos).min().orElse(0));
        assertThat(summary.lastNanos())
                .as(words)
                .isEqualTo(expected.stream().mapToLong(Model::nanos).max().orElse(0));
    }
}
