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
record RecordingProvider(Recording recording, boolean lockstep) implements Provider {

    RecordingProvider(Recording recording) {
        this(recording, false);
    }

    @Override
    public String name() {
        return recording.source().title();
    }

    @Override
    public List<ProvidedStream> streams() {
        return recording.streams().stream().map(this::provided).toList();
    }

    private ProvidedStream provided(StreamView stream) {
        boolean counted = recording.window().whole()
                && !stream.changed()
                && !recording.options().loop().repeats();
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
    public Provider inLockstep() {
        if (recording.options().loop().repeats()) {
            throw new BlueprintException(
                    "a loop has no end, and in lockstep nothing would stop it; play " + recording.name() + " once");
        }
        return new RecordingProvider(recording, true);
    }

    @Override
    public Optional<Timeline> timeline() {
        return Optional.of(
                lockstep
                        ? Timeline.lockstep(recording.startNanos())
                        : Timeline.replay(
                                recording.startNanos(),
                                recording.options().speed(),
                                recording.options().spin()));
    }

    @Override
    public RobotModule open(List<Port> ports, Bus bus, Timeline timeline, CompletableFuture<Void> finished) {
        Map<String, Channel<?>> channels =
                ports.stream().collect(Collectors.toMap(Port::name, port -> bus.channel(port.stream(), port.type())));
        return new Player(recording, channels, bus, timeline, finished);
    }
}
