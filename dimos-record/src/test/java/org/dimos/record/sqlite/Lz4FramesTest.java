package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.BlockSize;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.Parameters;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.junit.jupiter.api.Test;

class Lz4FramesTest {

    @Test
    void givesBackWhatItCompressed() {
        for (int size : new int[] {0, 1, 1000, 65_536, 65_537, 3_000_000}) {
            Bytes data = data(size);
            assertThat(Lz4Frames.decompress(Lz4Frames.compress(data))).isEqualTo(data);
        }
    }

    @Test
    void readsLinkedBlocksAbove64KiB() throws IOException {
        Bytes data = data(300_000);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        Parameters linked = new Parameters(BlockSize.K64, false, false, true);
        try (FramedLZ4CompressorOutputStream lz4 = new FramedLZ4CompressorOutputStream(frame, linked)) {
            lz4.write(data.toArray());
        }
        Bytes stored = Bytes.wrap(frame.toByteArray());
        assertThat(stored.get(4) & 0x20).as("blocks are independent").isZero();
        assertThat(Lz4Frames.decompress(stored)).isEqualTo(data);
    }

    @Test
    void readsTheFirstBytesAlone() {
        Bytes data = data(200_000);
        assertThat(Lz4Frames.head(Lz4Frames.compress(data), 8)).isEqualTo(data.slice(0, 8));
    }

    @Test
    void stopsAtTheLimitOfABomb() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (FramedLZ4CompressorOutputStream lz4 = new FramedLZ4CompressorOutputStream(frame)) {
            lz4.write(new byte[20_000_000]);
        }
        Bytes bomb = Bytes.wrap(frame.toByteArray());
        assertThatThrownBy(() -> Lz4Frames.decompress(bomb, 1_000_000))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("more than the 1000000 bytes");
    }

    @Test
    void doesNotBelieveADeclaredSize() {
        byte[] frame = Lz4Frames.compress(data(1000)).toArray();
        frame[9] = 0x20;
        assertThatThrownBy(() -> Lz4Frames.decompress(Bytes.wrap(frame))).isInstanceOf(RecordingException.class);
    }

    @Test
    void refusesWhatIsNoFrame() {
        assertThatThrownBy(() -> Lz4Frames.decompress(Bytes.copyOf((byte) 1, (byte) 2)))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("no valid LZ4 frame");
        Bytes good = Lz4Frames.compress(data(100_000));
        assertThatThrownBy(() -> Lz4Frames.decompress(good.slice(0, good.length() / 2)))
                .isInstanceOf(RecordingException.class);
    }

    private static Bytes data(int size) {
        Random random = new Random(size);
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(8) : i / 100);
        }
        return Bytes.wrap(data);
    }
}
