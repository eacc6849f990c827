package org.dimos.record.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/** How the records of a chunk are compressed. */
public enum Compression {
    NONE("") {
        @Override
        public byte[] compress(byte[] data, int length) {
            return Arrays.copyOf(data, length);
        }

        @Override
        InputStream open(InputStream in) {
            return in;
        }
    },
    /** An LZ4 frame: written with independent blocks, read with linked ones too. */
    LZ4("lz4") {
        @Override
        public byte[] compress(byte[] data, int length) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream(length / 2 + 64);
            try (LZ4FrameOutputStream lz4 = new LZ4FrameOutputStream(
                    frame, BLOCKSIZE.SIZE_1MB, length, FLG.Bits.BLOCK_INDEPENDENCE, FLG.Bits.CONTENT_SIZE)) {
                lz4.write(data, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return frame.toByteArray();
        }

        @Override
        InputStream open(InputStream in) throws IOException {
            return new FramedLZ4CompressorInputStream(in, true);
        }
    },
    ZSTD("zstd") {
        @Override
        public byte[] compress(byte[] data, int length) {
            byte[] frame = new byte[Math.toIntExact(Zstd.compressBound(length))];
            long size = Zstd.compressByteArray(frame, 0, frame.length, data, 0, length, Zstd.defaultCompressionLevel());
            return Arrays.copyOf(frame, Math.toIntExact(size));
        }

        @Override
        InputStream open(InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }
    };

    private final String id;

    Compression(String id) {
        this.id = id;
    }

    /** The name in a file; nothing for none. */
    public String id() {
        return id;
    }

    /** The first bytes of an array, compressed. */
    public abstract byte[] compress(byte[] data, int length);

    abstract InputStream open(InputStream in) throws IOException;

    /**
     * What was compressed. Memory grows with what is really there, not with what is claimed.
     *
     * @param size how many bytes it is said to be
     * @throws IOException if the data is damaged, or longer or shorter than said
     */
    public byte[] decompress(byte[] data, int size) throws IOException {
        if (this == NONE) {
            return checked(data, size);
        }
        try (InputStream in = open(new ByteArrayInputStream(data))) {
            byte[] found = in.readNBytes(size);
            if (in.read() >= 0) {
                throw new IOException("it is longer than the " + size + " bytes it says");
            }
            return checked(found, size);
        } catch (RuntimeException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] checked(byte[] found, int size) throws IOException {
        if (found.length != size) {
            throw new IOException("it has " + found.length + " bytes and says " + size);
        }
        return found;
    }

    /** The compression that a file calls so. */
    public static Optional<Compression> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** The names of all but none, for messages to a person. */
    public static List<String> names() {
        return List.of(LZ4.id, ZSTD.id);
    }
}
