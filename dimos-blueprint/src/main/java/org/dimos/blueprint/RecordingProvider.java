package org.dimos.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.time.Timeline;
import org.dimos.record.Player;
import org.dimos.record.Recording;
import org.dimos.record.replay.StreamView;

/** A recording that stands in for modules. */
record RecordingProvider(Recording recording) implements Provider {

    @Override
    public String name() {
        return recording.source().title();
    }

    @Override
    public List<ProvidedStream> streams() {
        return recording.streams().stream().map(this::provided).toList();
    }

    private ProvidedStream provided(StreamView stream) {
        boolean counted = recording.window().whole() && !stream.changed() && !recording.isLooping();
        boolean asRecorded = stream.type().equals(stream.source().payloadType());
        String typeName = asRecorded
                ? stream.source().typeName()
                : stream.type().map(MessageCodecs::typeName).orElseThrow();
        return new ProvidedStream(
                stream.name(),
                typeName,
                stream.type(),
                counted ? stream.source().messages() : -1);
    }

    @Override
    public Optional<Timeline> timeline() {
        return Optional.of(Timeline.replay(recording.startNanos(), recording.speed()));
    }

    @Override
    public RobotModule open(List<Port> ports, Bus bus, Timeline timeline, CompletableFuture<Void> finished) {
        Map<String, Channel<?>> channels =
                ports.stream().collect(Collectors.toMap(Port::name, port -> bus.channel(port.stream(), port.type())));
        return new Player(recording, channels, timeline, finished);
    }
}
