package org.dimos.record.exports.mcap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RunInfo;
import org.dimos.record.exports.ExportWriter;
import org.dimos.record.mcap.ChannelNotes;
import org.dimos.record.mcap.Compression;
import org.dimos.record.replay.StreamView;
import org.dimos.record.ros.Ros2Encoder;

/** Writes the streams of a recording as channels. A message is logged at its reception and published at its own time. */
final class McapExportWriter implements ExportWriter {
    private static final String ROS2 = "ros2";
    private static final int MOST_CHANNELS = 1 << 16;

    private final Path path;
    private final Recording recording;
    private final McapWriter writer;
    private final Map<List<String>, Channel.Schema> schemas = new HashMap<>();
    private int channels;

    McapExportWriter(Recording recording, Path path, Compression compression) throws IOException {
        this.path = path;
        this.recording = recording;
        boolean ros = recording.streams().stream()
                .map(MessageForm::of)
                .allMatch(form ->
                        form.encoding().equals("cdr") && !form.schemaEncoding().isEmpty());
        this.writer = new McapWriter(path, compression, ros ? ROS2 : "");
    }

    @Override
    public StreamExport stream(StreamView stream) {
        MessageForm form = MessageForm.of(stream);
        if (channels >= MOST_CHANNELS) {
            throw new RecordingException("an MCAP file has at most " + MOST_CHANNELS + " channels");
        }
        Channel channel = new Channel(channels++, "/" + stream.name(), form.encoding(), schema(form), metadata(stream));
        writer.channel(channel);
        return new ChannelExport(channel, form);
    }

    private Channel.Schema schema(MessageForm form) {
        return schemas.computeIfAbsent(
                List.of(form.schemaName(), form.schemaEncoding()),
                key -> new Channel.Schema(schemas.size() + 1, form.schemaName(), form.schemaEncoding(), form.schema()));
    }

    private static Map<String, String> metadata(StreamView stream) {
        String javaType = stream.type().map(Class::getName).orElse("");
        Map<String, String> metadata = new HashMap<>(new ChannelNotes(
                        stream.source().typeName(), javaType, stream.source().codec())
                .toMetadata());
        // The profile of ROS 2 wants it, also where nothing is known.
        metadata.put("offered_qos_profiles", "");
        return metadata;
    }

    @Override
    public void finish() {
        try {
            writer.metadata("dimos.recording", about());
            writer.finish();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Map<String, String> about() {
        Map<String, String> about = new HashMap<>();
        about.put("recording", recording.source().title());
        recording.run().ifPresent(run -> addRun(run, about));
        List<String> lost = new ArrayList<>();
        recording.recorded().stream()
                .filter(stream -> stream.lost() > 0)
                .forEach(stream -> lost.add(stream.name() + "=" + stream.lost()));
        about.put("lost", String.join(" ", lost));
        return about;
    }

    private static void addRun(RunInfo run, Map<String, String> about) {
        about.put("blueprint", run.blueprint());
        about.put("java", run.javaVersion());
        about.put("start_ns", Long.toString(run.startNanos()));
    }

    private RecordingException failed(IOException e) {
        return new RecordingException("'" + path + "' cannot be written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A stream as a channel. */
    private final class ChannelExport implements StreamExport {
        private final Channel channel;
        private final MessageForm form;

        ChannelExport(Channel channel, MessageForm form) {
            this.channel = channel;
            this.form = form;
        }

        @Override
        public String form() {
            return form.schemaName() + " in " + form.encoding();
        }

        @Override
        public void write(Observation<?> observation) throws Unwritable {
            Ros2Encoder.Encoded message = encode(observation);
            try {
                writer.message(
                        channel,
                        message.sequence(),
                        observation.receptionNanos(),
                        observation.timestampNanos(),
                        message.data());
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private Ros2Encoder.Encoded encode(Observation<?> observation) throws Unwritable {
            try {
                return form.encoder().encode(observation);
            } catch (RecordingException | MessageFormatException | IllegalArgumentException e) {
                throw new Unwritable(String.valueOf(e.getMessage()), e);
            }
        }
    }
}
