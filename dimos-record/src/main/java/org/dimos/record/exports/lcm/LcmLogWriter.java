package org.dimos.record.exports.lcm;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.exports.ExportWriter;
import org.dimos.record.replay.StreamView;

/** Writes events one after the other. An event's time is the reception of its message, or where that has no stamp its time. */
final class LcmLogWriter implements ExportWriter {
    private static final int SYNC = 0xEDA1DA01;
    private static final int NANOS_PER_MICRO = 1000;

    private final Path path;
    private final FileOutputStream file;
    private final DataOutputStream out;
    private long events;

    LcmLogWriter(Path path) throws IOException {
        this.path = path;
        this.file = new FileOutputStream(path.toFile());
        this.out = new DataOutputStream(new BufferedOutputStream(file, 1 << 18));
    }

    @Override
    public StreamExport stream(StreamView stream) {
        return new EventExport(LcmForm.of(stream));
    }

    private void event(byte[] channel, long nanos, Bytes data) throws IOException {
        out.writeInt(SYNC);
        out.writeLong(events++);
        out.writeLong(Math.floorDiv(nanos + NANOS_PER_MICRO / 2, NANOS_PER_MICRO));
        out.writeInt(channel.length);
        out.writeInt(data.length());
        out.write(channel);
        out.write(data.toArray());
    }

    @Override
    public void finish() {
        try {
            out.flush();
            file.getChannel().force(true);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RecordingException failed(IOException e) {
        return new RecordingException("'" + path + "' cannot be written: " + e.getMessage(), e);
    }

    /** A stream as events. */
    private final class EventExport implements StreamExport {
        private final LcmForm form;
        private final byte[] channel;

        EventExport(LcmForm form) {
            this.form = form;
            this.channel = form.channel().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String form() {
            return form.channel() + " in " + form.encoding();
        }

        @Override
        public void write(Observation<?> observation) throws Unwritable {
            Bytes data;
            try {
                data = form.encoder().encode(observation);
            } catch (RecordingException | MessageFormatException | IllegalArgumentException e) {
                throw new Unwritable(String.valueOf(e.getMessage()), e);
            }
            try {
                event(channel, form.stamped() ? observation.receptionNanos() : observation.timestampNanos(), data);
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }
}
