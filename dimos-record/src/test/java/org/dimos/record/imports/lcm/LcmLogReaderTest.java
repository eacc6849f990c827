package org.dimos.record.imports.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.std.StringMessage;
import org.dimos.record.Observation;
import org.dimos.record.imports.ImportListener;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.ImportResult;
import org.dimos.record.imports.ImportedStream;
import org.dimos.record.imports.Importer;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LcmLogReaderTest {
    private static final String TEXTS = "/chat/text#std_msgs.String";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = folder.resolve("t.db");
    }

    @Test
    void channelsNameStreamsAndTypes() throws IOException {
        event(TEXTS, 1_000_000, text("a"));
        event(TEXTS, 2_000_000, text("b"));
        ImportResult result = importLog();

        assertThat(result.warnings()).isEmpty();
        assertThat(payloads("chat/text")).containsExactly(new StringMessage("a"), new StringMessage("b"));
        assertThat(times("chat/text")).containsExactly(1_000_000_000L, 2_000_000_000L);
    }

    @Test
    void channelsThatNameNoTypeAreKnownByTheirFingerprint() throws IOException {
        event("TEXT", 1, text("a"));

        assertThat(importLog().streams()).extracting(ImportedStream::typeName).containsExactly("std_msgs.String");
    }

    @Test
    void neverUnpicklesAnything() throws IOException {
        byte[] pickle = {(byte) 0x80, 4, 'N', '.'};
        event("/resource_stats", 1, pickle);
        ImportResult result = importLog();

        assertThat(result.streams()).singleElement().matches(ImportedStream::isOpaque);
        assertThat(payloads("resource_stats"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Opaque.class, opaque -> assertThat(opaque.data()).isEqualTo(Bytes.wrap(pickle)));
    }

    @Test
    void keepsUnknownTypesAsBytesUnderTheirName() throws IOException {
        event("/x#vendor.Thing", 1, new byte[12]);
        ImportResult result = importLog();

        assertThat(result.streams()).extracting(ImportedStream::typeName).containsExactly("vendor.Thing");
        assertThat(result.streams()).allMatch(ImportedStream::isOpaque);
    }

    @Test
    void aChannelWhoseMessagesAreOfAnotherTypeIsKeptAsBytes() throws IOException {
        event("/x#sensor_msgs.Imu", 1, text("a"));

        assertThat(importLog().streams())
                .singleElement()
                .satisfies(stream -> assertThat(stream.opaque())
                        .hasValueSatisfying(
                                why -> assertThat(why).contains("no sensor_msgs.Imu by their fingerprint")));
    }

    @Test
    void goesOnBehindDamageAndCountsIt() throws IOException {
        event(TEXTS, 1, text("a"));
        log.writeBytes(new byte[13]);
        event(TEXTS, 2, text("b"));
        log.writeBytes(new byte[] {(byte) 0xED, (byte) 0xA1, (byte) 0xDA, 1, -1, -1});
        event(TEXTS, 3, text("c"));
        ImportResult result = importLog();

        assertThat(payloads("chat/text")).hasSize(3);
        assertThat(result.warnings()).singleElement().asString().contains("damaged in 2 places: 19 bytes");
    }

    @Test
    void readsALogThatWasCutOff() throws IOException {
        event(TEXTS, 1, text("a"));
        int whole = log.size();
        event(TEXTS, 2, text("b"));
        for (int cut = whole + 1; cut < log.size(); cut++) {
            target = folder.resolve(cut + ".db");
            ImportResult result = importLog(Arrays.copyOf(log.toByteArray(), cut));

            assertThat(payloads("chat/text")).hasSize(1);
            assertThat(result.warnings()).hasSize(1);
        }
    }

    @Test
    void ignoresTheSelfTest() throws IOException {
        event("LCM_SELF_TEST", 1, "lcm self test".getBytes(StandardCharsets.UTF_8));
        event(TEXTS, 1, text("a"));

        assertThat(importLog().streams()).hasSize(1);
    }

    private static byte[] text(String text) {
        return MessageCodecs.of(StringMessage.class)
                .encode(new StringMessage(text))
                .toArray();
    }

    private void event(String channel, long micros, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(log);
        out.writeInt(LcmLogReader.SYNC);
        out.writeLong(0);
        out.writeLong(micros);
        out.writeInt(channel.length());
        out.writeInt(data.length);
        out.writeBytes(channel);
        out.write(data);
        out.flush();
    }

    private ImportResult importLog() throws IOException {
        return importLog(log.toByteArray());
    }

    private ImportResult importLog(byte[] bytes) throws IOException {
        Path source = Files.write(folder.resolve("a.lcmlog"), bytes);
        return Importer.importBag(source, target, ImportOptions.defaults(), ImportListener.none());
    }

    private List<Object> payloads(String stream) {
        return rows(stream).stream().<Object>map(Observation::payload).toList();
    }

    private List<Long> times(String stream) {
        return rows(stream).stream().<Long>map(Observation::timestampNanos).toList();
    }

    private List<Observation<?>> rows(String stream) {
        List<Observation<?>> rows = new ArrayList<>();
        try (RecordingFile file = RecordingFile.open(target);
                Cursor cursor = file.cursor(stream)) {
            cursor.forEachRemaining(rows::add);
        }
        return rows;
    }
}
