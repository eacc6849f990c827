package org.dimos.record.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.MessageFormatException;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.Header;
import org.dimos.record.JpegImages;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.exports.ExportListener;
import org.dimos.record.exports.ExportOptions;
import org.dimos.record.exports.Exporter;
import org.dimos.record.exports.SampleRecording;
import org.dimos.record.imports.DryImport;
import org.dimos.record.imports.ImportListener;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.Importer;
import org.dimos.record.repair.Doctor;
import org.dimos.record.repair.Recovery;
import org.dimos.record.ros.LayoutException;
import org.dimos.record.ros.Ros2Encoder;
import org.dimos.record.ros.RosType;
import org.dimos.record.ros.Serialisation;
import org.dimos.record.selection.Area;
import org.dimos.record.selection.Selection;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.PayloadCodecs;
import org.dimos.record.sqlite.RecordingFile;

/** All that reads what others have written, with valid inputs to begin with. */
final class FuzzTargets {
    private static final int ROS1_PART = 60_000;
    private static final int ONE_IN = 16;

    private final Path folder;
    private final Path data;

    /**
     * @param folder for files that are needed while the inputs are made
     * @param data the shared data, which may be missing
     */
    FuzzTargets(Path folder, Path data) {
        this.folder = folder;
        this.data = data;
    }

    List<FuzzTarget> all() throws IOException, SQLException {
        Path sample = folder.resolve("sample.db");
        SampleRecording.write(sample, 1, 6);
        List<byte[]> recordings = new ArrayList<>(List.of(compact(sample)));
        shared("dimos/golden_memory.db").ifPresent(recordings::add);
        List<FuzzTarget> targets = new ArrayList<>();
        targets.add(FuzzTarget.ofBytes("recording", recordings, FuzzTargets::readRecording));
        targets.add(new FuzzTarget("recording-sql", recordings, SqlMutation::of, FuzzTargets::readRecording));
        targets.add(FuzzTarget.ofBytes("repair", recordings, FuzzTargets::repair));
        targets.add(new FuzzTarget("repair-sql", recordings, SqlMutation::of, FuzzTargets::repair));
        addBags(targets, sample);
        addCodecs(targets, sample);
        return targets;
    }

    private void addBags(List<FuzzTarget> targets, Path sample) throws IOException, SQLException {
        targets.add(FuzzTarget.ofBytes("mcap", mcaps(sample), bag("a.mcap")));
        targets.add(FuzzTarget.ofBytes("lcm-log", List.of(export(sample, "a.lcmlog", "none")), bag("a.lcmlog")));
        Optional<byte[]> ros1 = shared("recordings/tilt_laser.bag");
        if (ros1.isPresent()) {
            targets.add(FuzzTarget.ofBytes("ros1", List.of(Arrays.copyOf(ros1.get(), ROS1_PART)), bag("a.bag")));
        }
        Optional<byte[]> rosbag2 = shared("recordings/rosbag2_imu_pose_battery.db3");
        if (rosbag2.isPresent()) {
            List<byte[]> small = List.of(compact(Files.write(folder.resolve("bag.db3"), rosbag2.get())));
            targets.add(FuzzTarget.ofBytes("rosbag2", small, bag("a.db3")));
            targets.add(new FuzzTarget("rosbag2-sql", small, SqlMutation::of, bag("a.db3")));
        }
    }

    private void addCodecs(List<FuzzTarget> targets, Path sample) {
        List<byte[]> lcm = new ArrayList<>();
        List<byte[]> lz4 = new ArrayList<>();
        List<byte[]> jpeg = new ArrayList<>();
        try (RecordingFile file = RecordingFile.open(sample)) {
            file.streamNames().forEach(stream -> collect(file, stream, lcm, lz4, jpeg));
        }
        targets.add(FuzzTarget.ofBytes("lcm", lcm, (input, unused) -> decodeLcm(Bytes.wrap(input))));
        targets.add(FuzzTarget.ofBytes("lz4", lz4, (input, unused) -> unpack(Bytes.wrap(input))));
        targets.add(FuzzTarget.ofBytes("jpeg", jpeg, (input, unused) -> decodeJpeg(Bytes.wrap(input))));
        targets.add(FuzzTarget.ofBytes("cdr", lcm, (input, unused) -> decodeCdr(Bytes.wrap(input))));
    }

    private static void collect(
            RecordingFile file, String stream, List<byte[]> lcm, List<byte[]> lz4, List<byte[]> jpeg) {
        try (Cursor cursor = file.cursor(stream)) {
            while (cursor.hasNext()) {
                Observation<?> row = cursor.next();
                row.encoded().filter(each -> each.codec().equals("lcm")).ifPresent(each -> lcm.add(bytes(each)));
                row.encoded().filter(each -> each.codec().startsWith("lz4")).ifPresent(each -> lz4.add(bytes(each)));
                if (row.payload() instanceof Image image && image.encoding().equals(JpegImages.ENCODING)) {
                    jpeg.add(image.data().toArray());
                }
            }
        }
    }

    private static byte[] bytes(Encoded encoded) {
        return encoded.data().toArray();
    }

    private static void decodeLcm(Bytes input) {
        if (input.length() >= Long.BYTES) {
            MessageCodecs.byFingerprint(input.asBuffer().getLong(), "").ifPresent(codec -> codec.decode(input));
        }
    }

    /** The message that the bytes are in LCM, if they are one, then the same bytes as CDR of all sorts of types. */
    private static void decodeCdr(Bytes input) throws LayoutException {
        Random random = new Random(input.hashCode());
        List<String> names = MessageCodecs.standardTypeNames();
        MessageCodec<?> codec = MessageCodecs.byTypeName(names.get(random.nextInt(names.size())))
                .orElseThrow();
        Ros2Encoder encoder = Ros2Encoder.of(codec.type());
        byte[] cdr = input.toArray();
        if (cdr.length > 4) {
            cdr[0] = 0;
            cdr[1] = (byte) random.nextInt(2);
        }
        new RosType(encoder.typeName(), Serialisation.CDR, encoder.definition())
                .decoder()
                .decode(Bytes.wrap(cdr));
    }

    private static void unpack(Bytes input) {
        if (PayloadCodecs.unpack(new Encoded("lz4+lcm", input)).data().length() < 0) {
            throw new IllegalStateException("no length");
        }
    }

    private static void decodeJpeg(Bytes input) {
        Header header = Header.of(1_000_000_000L, "");
        Image image = new Image(header, 1, 1, JpegImages.ENCODING, (byte) 0, 0, input);
        if (JpegImages.decode(image).data().isEmpty()) {
            throw new IllegalStateException("an empty picture");
        }
    }

    private static void readRecording(byte[] input, Path folder) throws IOException {
        Path path = Files.write(folder.resolve("a.db"), input);
        try (RecordingFile file = RecordingFile.open(path)) {
            attempt(file::run);
            attempt(file::losses);
            attempt(file::streams);
            file.streamNames().forEach(stream -> attempt(() -> readStream(file, stream)));
        }
        attempt(() -> Recording.open(path).streams());
    }

    private static void repair(byte[] input, Path folder) throws IOException {
        Path path = Files.write(folder.resolve("a.db"), input);
        attempt(() -> Doctor.examine(path, false, unused -> {}));
        Recovery.recover(path, folder.resolve("b.db"), unused -> {});
    }

    private static Object readStream(RecordingFile file, String stream) {
        attempt(() -> file.lastBefore(stream, Long.MAX_VALUE));
        attempt(() -> file.count(stream, Selection.all().near(new Area(new Point(0, 0, 0), 5))));
        try (Cursor cursor = file.cursor(stream)) {
            while (cursor.hasNext()) {
                Observation<?> row = cursor.next();
                attempt(row::payload);
                attempt(() -> row.tags().values());
            }
        }
        return stream;
    }

    /** A part may be refused and the rest be read. */
    private static void attempt(Supplier<?> part) {
        try {
            if (part.get() == null) {
                throw new IllegalStateException("null was answered");
            }
        } catch (RecordingException | MessageFormatException e) {
            // That is how damage is told.
        }
    }

    /** Writing recordings takes most of the time, so only some of the inputs become one. */
    private static FuzzTarget.Reading bag(String name) {
        return (input, folder) -> {
            Path source = Files.write(folder.resolve(name), input);
            DryImport.of(source);
            if (Arrays.hashCode(input) % ONE_IN != 0) {
                return;
            }
            Importer.importBag(source, folder.resolve("t.db"), ImportOptions.defaults(), ImportListener.none());
        };
    }

    private List<byte[]> mcaps(Path sample) throws IOException {
        return List.of(
                export(sample, "zstd.mcap", "zstd"),
                export(sample, "lz4.mcap", "lz4"),
                export(sample, "none.mcap", "none"));
    }

    private byte[] export(Path sample, String name, String compression) throws IOException {
        Path file = folder.resolve(name);
        Exporter.export(
                Recording.open(sample).only("odom", "scan", "camera", "notes", "vendor"),
                file,
                ExportOptions.defaults().withCompression(compression),
                ExportListener.none());
        return Files.readAllBytes(file);
    }

    /** The same recording in small pages, so that a change hits something. */
    private static byte[] compact(Path recording) throws IOException, SQLException {
        Path copy = Files.copy(recording, recording.resolveSibling("compact-" + recording.getFileName()));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=DELETE");
            if (recording.toString().endsWith(".db3")) {
                statement.execute("DELETE FROM messages WHERE id > 30");
            }
            statement.execute("PRAGMA page_size=512");
            statement.execute("VACUUM");
        }
        return Files.readAllBytes(copy);
    }

    private Optional<byte[]> shared(String name) throws IOException {
        Path file = data.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}
