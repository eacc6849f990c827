package org.dimos.record.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** A small recording with everything that makes queries hard, and the same as a list. */
final class Sample {
    static final String STREAM = "words";
    static final long START = 1_700_000_000_000_000_000L;
    private static final String[] SCENES = {"kitchen", "hall", "3", "{\"a\":1}"};

    private Sample() {}

    /** Times that repeat, go back and are not whole microseconds; poses and tags here and there. */
    static List<Model> rows(Random random, int count) {
        List<Model> rows = new ArrayList<>();
        long time = START;
        for (int id = 1; id <= count; id++) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                time -= random.nextInt(500) * 1_000_000L;
            } else if (kind > 2) {
                time += random.nextInt(300) * 1_000_000L;
            }
            time = Math.max(START, time);
            rows.add(new Model(id, time, place(random), tags(random), "word " + random.nextInt(20)));
        }
        return rows;
    }

    private static Optional<Point> place(Random random) {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new Point(random.nextInt(9) - 4, random.nextInt(5) / 4.0, random.nextGaussian()));
    }

    private static Map<String, Object> tags(Random random) {
        Map<String, Object> tags = new LinkedHashMap<>();
        if (random.nextInt(3) > 0) {
            tags.put("scene", SCENES[random.nextInt(SCENES.length)]);
        }
        if (random.nextInt(3) == 0) {
            tags.put("level", random.nextBoolean() ? (Object) random.nextInt(3) : (Object) (random.nextInt(3) / 1.0));
        }
        if (random.nextInt(4) == 0) {
            tags.put("good", random.nextBoolean());
        }
        if (random.nextInt(6) == 0) {
            tags.put("scene", random.nextBoolean() ? (Object) Map.of("a", 1) : (Object) 3);
        }
        return tags;
    }

    static Path write(Path file, List<Model> rows) {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream stream = writer.stream(StreamSpec.of(STREAM, String.class));
            rows.forEach(row -> stream.append(observation(row)));
        }
        return file;
    }

    static Observation<?> observation(Model row) {
        Observation<Object> plain = Observation.of(STREAM, row.nanos(), row.nanos() + 5_000_000, row.payload());
        Observation<Object> tagged = plain.withTags(org.dimos.record.Tags.of(row.tags()));
        return row.place()
                .map(place -> tagged.withPose(new Pose(place, new Quaternion(0, 0, 0, 1))))
                .orElse(tagged);
    }

    /** Changes the file as another program might have left it. */
    static void change(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
