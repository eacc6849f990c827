package org.dimos.blueprint;

import java.util.List;
import java.util.function.Consumer;
import org.dimos.core.text.Nearest;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderReport;
import org.dimos.record.RecorderStatus;

/**
 * A recorder of a running graph, which can be told to record more or less while everything goes on. Safe to use from any
 * thread.
 */
public final class GraphRecorder {
    private final Recorder recorder;
    private final Assembler assembler;
    private final LiveChange change;

    GraphRecorder(Recorder recorder, Assembler assembler, LiveChange change) {
        this.recorder = recorder;
        this.assembler = assembler;
        this.change = change;
    }

    /**
     * Records a stream, or all outputs of a module, from now on; what is recorded already goes on.
     *
     * @throws BlueprintException if the graph has no stream and no module of that name
     */
    public void add(String streamOrModule) {
        Blueprint running = change.blueprint();
        forEach(running, streamOrModule, port -> assembler.record(running, recorder, port));
    }

    /**
     * Records a stream, or the outputs of a module, no further. What was published until now is still written.
     *
     * @throws BlueprintException if the graph has no stream and no module of that name
     */
    public void remove(String streamOrModule) {
        forEach(change.blueprint(), streamOrModule, port -> {
            boolean unusedWhetherRecorded = recorder.stopRecording(port.stream());
        });
    }

    private static void forEach(Blueprint running, String name, Consumer<Port> step) {
        List<Port> outputs = running.entries().stream()
                .filter(entry -> entry.isEnabled() && entry.name().equals(name))
                .flatMap(entry -> entry.outputs().stream())
                .toList();
        List<Port> ports = outputs.isEmpty() ? Recordables.named(running, name) : outputs;
        if (ports.isEmpty()) {
            throw new BlueprintException("'" + name + "' is no stream that is published in this graph, and no module"
                    + " that publishes" + Nearest.hint(name, Recordables.names(running)));
        }
        ports.forEach(step);
    }

    /** How it gets on. */
    public RecorderStatus status() {
        return recorder.status();
    }

    /** What became of the messages so far. */
    public RecorderReport report() {
        return recorder.report();
    }
}
