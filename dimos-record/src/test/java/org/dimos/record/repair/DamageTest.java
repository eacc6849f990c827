package org.dimos.record.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.std.Header;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.SalvagedStream;
import org.dimos.record.sqlite.StreamHealth;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that something has happened to. */
class DamageTest {
    private static final long START = 1_780_000_000_000_000_000L;
    private static final int PAGE = 16384;
    private static final int ROWS = 600;
    private static final int CASES = 60;
    private static final long SEED = 4711;

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("run.db");
        out = folder.resolve("out.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream odom = writer.stream(StreamSpec.of("odom", PoseStamped.class));
            RecordingStream cpu = writer.stream(StreamSpec.of("robot0/cpu", Double.class));
            for (int i = 0; i < ROWS; i++) {
                long time = START + i * 10_000_000L;
                PoseStamped pose = new PoseStamped(Header.of(time, "world"), Pose.planar(i, 0, 0));
                long first = odom.append(Observation.of("odom", time, time, pose));
                long second = cpu.append(Observation.of("robot0/cpu", time, time, i / 8.0));
                assertThat(first).isEqualTo(second);
                if (i % 50 == 0) {
                    writer.commit();
                }
            }
        }
    }

    private Health examine() {
        return Doctor.examine(file, false, rows -> {});
    }

    private List<SalvagedStream> recover() {
        return Recovery.recover(file, out, rows -> {});
    }

    private void change(Change change) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, change.of(bytes));
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    @Test
    void findsASoundRecordingSound() {
        Health health = examine();

        assertThat(health.verdict()).isEqualTo(Verdict.SOUND);
        assertThat(health.streams()).extracting(StreamHealth::rows).containsExactly(600L, 600L);
        assertThat(health.streams())
                .allSatisfy(stream -> assertThat(stream.faults()).isEmpty());
    }

    @Test
    void recoversASoundRecordingWhole() {
        assertThat(recover())
                .containsExactly(new SalvagedStream("odom", ROWS, 0), new SalvagedStream("robot0/cpu", ROWS, 0));
        assertThat(Doctor.examine(out, false, rows -> {}).verdict()).isEqualTo(Verdict.SOUND);
        assertThat(Recording.open(out).recorded())
                .isEqualTo(Recording.open(file).recorded());
    }

    @Test
    void countsPayloadsThatAreGoneAndThoseThatBelongToNobody() {
        sql("DELETE FROM odom_blob WHERE id = 7", "INSERT INTO odom_blob (id, data) VALUES (9999, x'00')");

        Health health = examine();

        assertThat(health.verdict()).isEqualTo(Verdict.WITH_LOSSES);
        assertThat(health.streams().get(0).withoutPayload()).isEqualTo(1);
        assertThat(health.streams().get(0).orphans()).isEqualTo(1);
    }

    @Test
    void countsWhatCannotBeDecoded() {
        sql("UPDATE odom_blob SET data = x'0102' WHERE id IN (3, 4)");

        assertThat(examine().streams().get(0).undecodable()).isEqualTo(2);
        assertThat(examine().verdict()).isEqualTo(Verdict.WITH_LOSSES);
        assertThat(recover().get(0)).isEqualTo(new SalvagedStream("odom", ROWS - 2, 2));
        try (RecordingReader reader = Recording.open(out).source().open()) {
            assertThat(reader.losses())
                    .containsExactly(new Loss("odom", START + 10_000_000L, START + 40_000_000L, 2, "damaged"));
        }
    }

    @Test
    void comparesTheMessagesWithWhatTheFileNotes() {
        sql("DELETE FROM \"robot0_cpu\" WHERE id > 590");

        assertThat(examine().streams().get(1).faults())
                .containsExactly("the file notes 600 messages and 590 are there");
    }

    @Test
    void tellsOfTimesThatGoBackwardsButFindsNoFaultInThem() {
        sql("UPDATE \"robot0_cpu\" SET ts = ts - 1 WHERE id = 300", "UPDATE \"robot0_cpu\" SET ts = 7 WHERE id = 1");

        Health health = examine();

        assertThat(health.streams().get(1).backwards()).isEqualTo(1);
        assertThat(health.streams().get(1).implausible()).isEqualTo(1);
        assertThat(health.verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void savesTheFrontOfAFileThatIsCutOff() throws IOException {
        change(bytes -> Arrays.copyOf(bytes, bytes.length * 3 / 4));
        byte[] before = Files.readAllBytes(file);

        assertThat(examine().verdict()).isEqualTo(Verdict.UNREADABLE);
        List<SalvagedStream> streams = recover();

        assertThat(streams.stream().mapToLong(SalvagedStream::rows).sum()).isPositive();
        assertThat(streams)
                .allSatisfy(
                        stream -> assertThat(stream.rows() + stream.missing()).isEqualTo(ROWS));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Recording.open(out).recorded())
                .extracting(stream -> stream.messages() + stream.lost())
                .containsExactly((long) ROWS, (long) ROWS);
    }

    @Test
    void guessesATypeWhoseRegistrationIsGone() {
        sql("DELETE FROM _streams", "DELETE FROM _dimos_streams");

        assertThat(recover()).extracting(SalvagedStream::rows).containsExactly((long) ROWS, (long) ROWS);
        assertThat(Recording.open(out).recorded())
                .extracting(StreamInfo::typeName)
                .containsExactly("geometry_msgs.PoseStamped", "builtins.float");
    }

    @Test
    void saysSoIfTheFirstPageIsGone() throws IOException {
        change(bytes -> {
            Arrays.fill(bytes, 0, PAGE, (byte) 0x55);
            return bytes;
        });

        assertThat(examine().verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThatThrownBy(this::recover).isInstanceOf(RecordingException.class).hasMessageContaining("first page");
        assertThat(out).doesNotExist();
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void neitherCrashesNorHangsOnRandomDamage() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(SEED);
        for (int n = 0; n < CASES; n++) {
            String what = "seed " + SEED + " case " + n;
            Files.write(file, damaged(sound, random));
            Health health = examine();
            assertThat(health.verdict()).as(what).isNotNull();
            try {
                List<SalvagedStream> streams = recover();
                assertThat(streams).as(what).isNotEmpty();
                assertThat(Doctor.examine(out, false, rows -> {}).streams())
                        .as(what)
                        .allSatisfy(stream -> assertThat(stream.faults()).isEmpty());
            } catch (RecordingException e) {
                assertThat(out).as(what).doesNotExist();
            }
            Files.deleteIfExists(out);
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = 1 + random.nextInt(20); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            case 1 -> {
                int page = random.nextInt(bytes.length / PAGE);
                byte[] noise = new byte[PAGE];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, page * PAGE, PAGE);
            }
            case 2 -> {
                int from = random.nextInt(bytes.length / PAGE) * PAGE;
                int to = random.nextInt(bytes.length / PAGE) * PAGE;
                System.arraycopy(sound, from, bytes, to, PAGE);
            }
            default -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        return bytes;
    }

    private void sql(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
