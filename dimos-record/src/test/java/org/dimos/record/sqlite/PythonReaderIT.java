package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.std.Header;
import org.dimos.record.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a recording with Python's own SQLite and pickle. Needs SQLite 3.45 there, for JSONB. */
class PythonReaderIT {
    private static final long START = 1_780_000_000_000_000_000L;
    private static final String SQLITE = """
            import sys
            try:
                import pysqlite3 as sqlite3
            except ImportError:
                import sqlite3
            if sqlite3.sqlite_version_info < (3, 45):
                sys.exit(3)
            """;
    private static final String READ = SQLITE + """
            import json, pickle
            db = sqlite3.connect(sys.argv[1])
            for name, config in db.execute("SELECT name, config FROM _streams ORDER BY rowid"):
                config = json.loads(config)
                rows = db.execute(f'SELECT id, ts, value, json(tags) FROM "{name}" ORDER BY id').fetchall()
                print(name, config["payload_module"], config["codec_id"], rows)
                if config["payload_module"] == "builtins.bytes":
                    data, = db.execute(f'SELECT data FROM "{name}_blob"').fetchone()
                    print(pickle.loads(data))
            print(db.execute('SELECT json_extract(tags, "$.reception_ts") FROM odom').fetchone())
            print(db.execute('SELECT id FROM odom_rtree WHERE x_min >= 3 AND x_max <= 4').fetchall())
            """;

    @TempDir
    Path folder;

    @Test
    void opensWhatJavaWrote() throws IOException, InterruptedException {
        assumeTrue(pythonIsThere(), "no python3 with SQLite 3.45 or later");
        Path file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            PoseStamped pose = new PoseStamped(Header.of(START, "world"), Pose.planar(3, 0, 0));
            Opaque opaque = new Opaque("vendor/Gps", new Encoded("ros1", Bytes.copyOf((byte) 'a', (byte) 'b')));
            writer.stream(StreamSpec.of("odom", PoseStamped.class)).append(observation("odom", pose));
            writer.stream(StreamSpec.of("robot0/cpu", Double.class)).append(observation("robot0/cpu", 12.0));
            writer.stream(StreamSpec.opaque("gps", "vendor/Gps", "ros1")).append(observation("gps", opaque));
        }
        Process python = python(READ, file.toString());
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(output).isZero();
        String row = "[(1, 1780000000.0, %s, '{\"reception_ts\":1780000000.25}')]";
        assertThat(output.lines())
                .containsExactly(
                        "odom dimos.msgs.geometry_msgs.PoseStamped.PoseStamped lcm " + row.replace("%s", "None"),
                        "robot0_cpu builtins.float pickle " + row.replace("%s", "12"),
                        "gps builtins.bytes pickle " + row.replace("%s", "None"),
                        "b'ab'",
                        "(1780000000.25,)",
                        "[(1,)]");
    }

    private static Observation<Object> observation(String stream, Object payload) {
        return Observation.of(stream, START, START + 250_000_000L, payload);
    }

    private static boolean pythonIsThere() throws InterruptedException {
        try {
            return python(SQLITE).waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process python(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-c", program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
