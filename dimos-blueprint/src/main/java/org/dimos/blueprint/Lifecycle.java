package org.dimos.blueprint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.dimos.core.TimeJump;
import org.dimos.core.text.Nearest;
import org.dimos.core.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Starts the parts of a graph in order and closes those that were started in reverse, each on its own thread. */
final class Lifecycle {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Timeline timeline;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Deque<Part> toClose = new ArrayDeque<>();

    private interface Step {
        void run() throws Exception;
    }

    Lifecycle(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Starts a part.
     *
     * @throws ModuleException if it fails; {@link #stop} then closes it and those before it
     */
    void start(Part part) {
        add(part);
        run(part, "could not be started", part.module()::start, START_LIMIT).ifPresent(failure -> {
            throw failure;
        });
    }

    private synchronized void add(Part part) {
        parts.put(part.name(), part);
        toClose.push(part);
    }

    /** The part with the given name; one that the end of the graph has closed is still there. */
    synchronized Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new BlueprintException(
                    "'" + name + "' does not run in this graph" + Nearest.hint(name, parts.keySet()));
        }
        return part;
    }

    /** All parts, also those that the end of the graph has closed. */
    synchronized List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** Tells all parts of a jump of the clock. */
    void tell(TimeJump jump) {
        parts().forEach(part -> part.tell(jump));
    }

    /** Closes one part before the others and forgets it. */
    Optional<ModuleException> stop(Part part) {
        forget(part);
        return close(part);
    }

    private synchronized void forget(Part part) {
        parts.remove(part.name(), part);
        toClose.remove(part);
    }

    /** Closes what was started and answers what failed. */
    List<RuntimeException> stop() {
        List<RuntimeException> failures = new ArrayList<>();
        for (Part part = next(); part != null; part = next()) {
            close(part).ifPresent(failures::add);
        }
        return failures;
    }

    private synchronized @Nullable Part next() {
        return toClose.poll();
    }

    private Optional<ModuleException> close(Part part) {
        Optional<ModuleException> failure = run(part, "could not be closed", part.module()::close, part.closeLimit());
        part.thread().stop();
        return failure;
    }

    private Optional<ModuleException> run(Part part, String what, Step step, Duration limit) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        part.thread().execute(() -> {
            try {
                step.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        if (!timeline.await(done::isDone, limit)) {
            String limitText = "it took longer than " + limit.toSeconds() + " s";
            return Optional.of(new ModuleException(part.name(), what, new TimeoutException(limitText)));
        }
        Throwable failure = done.handle((nothing, error) -> error).join();
        return failure == null ? Optional.empty() : Optional.of(new ModuleException(part.name(), what, failure));
    }
}
