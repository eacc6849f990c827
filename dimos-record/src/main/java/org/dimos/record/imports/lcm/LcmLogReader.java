package org.dimos.record.imports.lcm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.dimos.record.imports.BagTopic;

/** Reads a log event by event. Behind damage it goes on with the next event that looks like one. */
final class LcmLogReader implements BagReader {
    static final int SYNC = 0xEDA1DA01;

    private static final int HEADER = 2 * Long.BYTES + 2 * Integer.BYTES;
    private static final int LONGEST_CHANNEL = 1024;
    private static final int LONGEST_DATA =
            (int) Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final int MOST_CHANNELS = 1 << 16;
    private static final long MICROS_MOST = Long.MAX_VALUE / 1000;
    private static final String SELF_TEST = "LCM_SELF_TEST";

    private final Path source;
    private final DataInputStream in;
    private final long size;
    private final Map<String, BagTopic> topics = new HashMap<>();
    private long position;
    private long pending;
    private long skipped;
    private long damaged;
    private boolean ended;
    private boolean cut;

    LcmLogReader(Path source) throws IOException {
        this.source = source;
        this.size = Files.size(source);
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(source), 1 << 18));
    }

    @Override
    public Optional<BagMessage> next() {
        try {
            Optional<BagMessage> found = Optional.empty();
            while (found.isEmpty() && !ended) {
                found = findSync() ? event() : end();
            }
            return found;
        } catch (EOFException e) {
            cut = true;
            return end();
        } catch (IOException e) {
            throw new RecordingException("'" + source + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads as far as behind the next sync word; false at the end of the file. */
    private boolean findSync() throws IOException {
        long before = position;
        int word = 0;
        for (int value = in.read(); value >= 0; value = in.read()) {
            position++;
            word = word << Byte.SIZE | value;
            if (word == SYNC && position - before >= Integer.BYTES) {
                note(position - before - Integer.BYTES);
                return true;
            }
        }
        note(position - before);
        return false;
    }

    private void note(long bytes) {
        pending += bytes;
    }

    private void endDamage() {
        damaged += pending > 0 ? 1 : 0;
        skipped += pending;
        pending = 0;
        cut = false;
    }

    /** The event behind a sync word; empty if it cannot be one. */
    private Optional<BagMessage> event() throws IOException {
        in.mark(HEADER + LONGEST_CHANNEL);
        long number = in.readLong();
        long micros = in.readLong();
        int channelLength = in.readInt();
        int dataLength = in.readInt();
        position += HEADER;
        if (!plausible(number, micros, channelLength, dataLength)) {
            return goBack(HEADER);
        }
        byte[] channel = in.readNBytes(channelLength);
        position += channel.length;
        if (!isName(channel)) {
            return goBack(HEADER + channel.length);
        }
        Bytes data = data(dataLength);
        endDamage();
        return message(new String(channel, StandardCharsets.US_ASCII), micros * 1000, data);
    }

    private Optional<BagMessage> message(String channel, long nanos, Bytes data) {
        if (channel.equals(SELF_TEST)) {
            return Optional.empty();
        }
        BagTopic known = topics.get(channel);
        if (known == null) {
            if (topics.size() >= MOST_CHANNELS) {
                throw new RecordingException("'" + source + "' has more than " + MOST_CHANNELS + " channels");
            }
            known = LcmChannel.topic(channel, data);
            topics.put(channel, known);
        }
        return Optional.of(new BagMessage(known, nanos, data));
    }

    private boolean plausible(long number, long micros, int channelLength, int dataLength) {
        long left = size - position;
        boolean fits = channelLength > 0
                && channelLength <= LONGEST_CHANNEL
                && dataLength >= 0
                && (long) channelLength + dataLength <= left;
        if (fits && dataLength > LONGEST_DATA) {
            throw new RecordingException("a message in '" + source + "' is " + dataLength + " bytes long; at most "
                    + LONGEST_DATA + " are read");
        }
        cut |= !fits && channelLength > 0 && channelLength <= LONGEST_CHANNEL && dataLength >= 0;
        return fits && number >= 0 && micros >= 0 && micros <= MICROS_MOST;
    }

    /** What stood behind the sync word was no event: it is searched for another one. */
    private Optional<BagMessage> goBack(int bytes) throws IOException {
        in.reset();
        position -= bytes;
        note(Integer.BYTES);
        return Optional.empty();
    }

    private static boolean isName(byte[] channel) {
        for (byte letter : channel) {
            if (letter <= ' ' || letter == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private Bytes data(int length) throws IOException {
        byte[] data = in.readNBytes(length);
        position += data.length;
        if (data.length < length) {
            throw new EOFException();
        }
        return Bytes.wrap(data);
    }

    private Optional<BagMessage> end() {
        if (!cut) {
            endDamage();
        }
        ended = true;
        return Optional.empty();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (damaged > 0) {
            warnings.add("'" + source + "' is damaged in " + damaged + " places: " + skipped
                    + " bytes belong to no event and were left out");
        }
        if (cut) {
            warnings.add("'" + source + "' ends in the middle of an event: what comes before was read");
        }
        return warnings;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
