package org.dimos.record.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;

/** LZ4 frames: written with independent blocks, read with linked ones too, never further than a limit. */
final class Lz4Frames {

    /** The most bytes one compressed payload may stand for. */
    static final long MAX_SIZE = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 8);

    private static final int MAX_RATIO = 256;
    private static final int CHUNK = 1 << 16;

    private Lz4Frames() {}

    static Bytes compress(Bytes data) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(data.length() / 2 + 64);
        BLOCKSIZE block = data.length() <= 1 << 16 ? BLOCKSIZE.SIZE_64KB : BLOCKSIZE.SIZE_1MB;
        try (LZ4FrameOutputStream lz4 = new LZ4FrameOutputStream(
                frame, block, data.length(), FLG.Bits.BLOCK_INDEPENDENCE, FLG.Bits.CONTENT_SIZE)) {
            lz4.write(data.toArray());
        } catch (IOException e) {
            throw new RecordingException("LZ4 compression failed: " + e.getMessage(), e);
        }
        return Bytes.wrap(frame.toByteArray());
    }

    static Bytes decompress(Bytes frame) {
        return decompress(frame, MAX_SIZE);
    }

    /** The content of a frame of at most {@code limit} bytes. */
    static Bytes decompress(Bytes frame, long limit) {
        checkDeclaredSize(frame, limit);
        try (InputStream lz4 = open(frame)) {
            ByteArrayOutputStream content = new ByteArrayOutputStream(Math.min(CHUNK, frame.length() * 4 + 16));
            byte[] chunk = new byte[CHUNK];
            for (int n = lz4.read(chunk); n >= 0; n = lz4.read(chunk)) {
                if (content.size() + (long) n > limit) {
                    throw tooLarge(limit);
                }
                content.write(chunk, 0, n);
            }
            return Bytes.wrap(content.toByteArray());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw broken(e);
        }
    }

    /** The first bytes of a frame's content, fewer if it has fewer. */
    static Bytes head(Bytes frame, int count) {
        try (InputStream lz4 = open(frame)) {
            return Bytes.wrap(lz4.readNBytes(count));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw broken(e);
        }
    }

    private static InputStream open(Bytes frame) throws IOException {
        return new FramedLZ4CompressorInputStream(new ByteArrayInputStream(frame.toArray()));
    }

    private static void checkDeclaredSize(Bytes frame, long limit) {
        boolean declared = frame.length() >= 14 && (frame.get(4) & 0x08) != 0;
        if (!declared) {
            return;
        }
        long size = Long.reverseBytes(frame.asBuffer().getLong(6));
        if (size < 0 || size > limit) {
            throw tooLarge(limit);
        }
        if (size / MAX_RATIO > frame.length()) {
            throw new RecordingException("LZ4 frame of " + frame.length() + " bytes claims to hold " + size);
        }
    }

    private static RecordingException tooLarge(long limit) {
        return new RecordingException("LZ4 frame holds more than the " + limit + " bytes that are read at most");
    }

    private static RecordingException broken(Exception cause) {
        return new RecordingException("no valid LZ4 frame: " + cause.getMessage(), cause);
    }
}
