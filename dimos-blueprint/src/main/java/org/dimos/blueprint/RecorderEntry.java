package org.dimos.blueprint;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dimos.blueprint.Port.Direction;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecordingTarget;

/**
 * A recorder in a blueprint: takes the streams to keep.
 *
 * @param target where it writes
 * @param title what is said to run, for people who look at the file
 * @param config how it writes
 * @param ports the streams it takes
 */
public record RecorderEntry(RecordingTarget target, String title, RecorderConfig config, List<Port> ports)
        implements Entry {
    public RecorderEntry {
        ports = List.copyOf(ports);
    }

    static RecorderEntry of(Blueprint blueprint, RecordOptions options) {
        List<Port> kept = options.streams().isEmpty()
                ? Recordables.of(blueprint)
                : Recordables.matching(blueprint, options.streams());
        List<Port> inputs = kept.stream()
                .map(port -> new Port(port.name(), port.stream(), port.type(), Direction.IN))
                .toList();
        return new RecorderEntry(options.target(), options.title(), options.config(), inputs);
    }

    /** Names the whole path: two recorders may write into files of the same name. */
    @Override
    public String name() {
        return "Recorder of " + target.path();
    }

    /** Keeps its name, which is that of its file. */
    @Override
    public Entry renamed(UnaryOperator<String> naming, UnaryOperator<String> streamNaming) {
        return new RecorderEntry(
                target,
                title,
                config,
                ports.stream().map(port -> port.mapStream(streamNaming)).toList());
    }
}
