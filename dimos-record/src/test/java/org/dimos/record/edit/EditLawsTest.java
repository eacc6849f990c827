package org.dimos.record.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dimos.record.Edit;
import org.dimos.record.FileSource;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.edit.ModelEdit.Row;
import org.dimos.record.replay.Playback;
import org.dimos.record.sqlite.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws of edits, each on random edits of random recordings. */
class EditLawsTest {
    private static final int RECORDINGS = 10;
    private static final int CASES = 1000;
    private static final long SEED = 20_261_121;

    @TempDir
    Path folder;

    @Test
    void previewsAreWhatPlainListsSayAndWhatIsSaved() {
        Random random = new Random(SEED);
        List<Content> recordings = recordings(random);
        for (int n = 0; n < CASES; n++) {
            Content before = recordings.get(random.nextInt(recordings.size()));
            Edit edit = randomEdit(before.recording(), random);
            String what = "seed " + SEED + " case " + n + " of " + edit.source().title() + ": " + edit.steps();
            EditedSource preview = new EditedSource(edit.source(), edit.steps());
            ModelEdit model = before.model();
            edit.steps().forEach(model::apply);
            try (RecordingReader reader = preview.open()) {
                assertThat(rows(reader)).as(what).isEqualTo(model.streams());
                assertThat(reader.losses()).as(what).isEqualTo(model.losses());
            }
            if (n % 10 == 0) {
                Path target = folder.resolve("saved" + n + ".db");
                Saved unused = edit.saveAs(target);
                assertSame(preview, Recording.open(target).source(), what);
            }
        }
    }

    @Test
    void undoAndRedoGoThroughTheSameLists() {
        Random random = new Random(SEED);
        Path file = folder.resolve("run.db");
        new RandomRecordings(random).write(file);
        Recording recording = Recording.open(file);
        for (int n = 0; n < CASES; n++) {
            List<Edit> history = new ArrayList<>(List.of(recording.edit()));
            for (int i = random.nextInt(6); i > 0; i--) {
                Edit last = history.get(history.size() - 1);
                Edit next = randomStep(last, random);
                if (!next.equals(last)) {
                    history.add(next);
                }
            }
            Edit edit = history.get(history.size() - 1);
            int at = history.size() - 1;
            for (int i = 0; i < 12; i++) {
                boolean back = random.nextBoolean();
                assertThat(back ? edit.canUndo() : edit.canRedo()).isEqualTo(back ? at > 0 : at < history.size() - 1);
                edit = back ? edit.undo() : edit.redo();
                at = Math.max(0, Math.min(history.size() - 1, back ? at - 1 : at + 1));
                assertThat(edit.steps())
                        .as("seed " + SEED + " case " + n)
                        .isEqualTo(history.get(at).steps());
            }
        }
    }

    private List<Content> recordings(Random random) {
        List<Content> recordings = new ArrayList<>();
        for (int i = 0; i < RECORDINGS; i++) {
            Path file = folder.resolve("source" + i + ".db");
            new RandomRecordings(random).write(file);
            recordings.add(Content.of(new FileSource(file)));
        }
        return recordings;
    }

    private static Edit randomEdit(Recording recording, Random random) {
        Edit edit = recording.edit();
        for (int i = random.nextInt(6); i >= 0; i--) {
            edit = randomStep(edit, random);
        }
        return edit;
    }

    private static Edit randomStep(Edit edit, Random random) {
        List<String> streams = edit.streams();
        if (streams.isEmpty()) {
            return edit;
        }
        String some = streams.get(random.nextInt(streams.size()));
        int from = random.nextInt(RandomRecordings.STEPS - 2);
        int to = from + 1 + random.nextInt(RandomRecordings.STEPS - from);
        Instant start = Instant.ofEpochSecond(0, RandomRecordings.time(from));
        Instant end = Instant.ofEpochSecond(0, RandomRecordings.time(to));
        String[] meant = random.nextBoolean() ? new String[0] : new String[] {some};
        try {
            return switch (random.nextInt(6)) {
                case 0, 1 -> edit.trim(start, end, meant);
                case 2, 3 -> edit.deleteRange(start, end, meant);
                case 4 -> edit.removeStream(some);
                default -> edit.rename(some, "ns/new" + random.nextInt(100));
            };
        } catch (RecordingException e) {
            return edit;
        }
    }

    /** What is in a recording, read once. */
    private record Content(Recording recording, Map<String, List<Row>> rows, List<Loss> losses) {
        static Content of(RecordingSource source) {
            try (RecordingReader reader = source.open()) {
                return new Content(Recording.of(source), EditLawsTest.rows(reader), reader.losses());
            }
        }

        ModelEdit model() {
            return new ModelEdit(rows, losses);
        }
    }

    private static Map<String, List<Row>> rows(RecordingReader reader) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        reader.streams().forEach(stream -> {
            List<Row> list = new ArrayList<>();
            try (Cursor cursor = reader.cursor(stream.name(), Long.MIN_VALUE, Long.MAX_VALUE)) {
                cursor.forEachRemaining(each -> list.add(new Row(each.timestampNanos(), each.id(), content(each))));
            }
            rows.put(stream.name(), list);
        });
        return rows;
    }

    private static String content(Observation<?> row) {
        return row.payload() + " " + row.encoded() + " " + row.receptionNanos() + " " + row.pose() + " "
                + row.tags().json();
    }

    private static void assertSame(RecordingSource preview, RecordingSource saved, String what) {
        try (RecordingReader one = preview.open();
                RecordingReader other = saved.open()) {
            assertThat(other.streams()).as(what).isEqualTo(one.streams());
            assertThat(other.gaps()).as(what).isEqualTo(one.gaps());
            assertThat(other.losses()).as(what).isEqualTo(one.losses());
            assertThat(other.run()).as(what).isEqualTo(one.run());
        }
        assertThat(played(saved)).as(what).isEqualTo(played(preview));
    }

    private static List<String> played(RecordingSource source) {
        List<String> played = new ArrayList<>();
        try (Playback playback = Recording.of(source).play()) {
            playback.forEachRemaining(
                    row -> played.add(row.stream() + " " + row.timestampNanos() + " " + content(row)));
        }
        return played;
    }
}
