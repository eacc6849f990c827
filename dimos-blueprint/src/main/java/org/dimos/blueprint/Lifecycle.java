package org.dimos.blueprint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.dimos.core.time.Timeline;

/** Starts the parts of a graph in order and closes those that were started in reverse, each on its own thread. */
final class Lifecycle {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final List<Part> parts;
    private final Timeline timeline;
    private final Deque<Part> toClose = new ArrayDeque<>();

    private interface Step {
        void run() throws Exception;
    }

    Lifecycle(List<Part> parts, Timeline timeline) {
        this.parts = parts;
        this.timeline = timeline;
    }

    /**
     * Starts all parts.
     *
     * @throws ModuleException at the first that fails; {@link #stop} then closes it and those before it
     */
    void start() {
        for (Part part : parts) {
            toClose.push(part);
            Optional<ModuleException> failure = run(part, "could not be started", part.module()::start, START_LIMIT);
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    /** Closes what was started and answers what failed. */
    List<RuntimeException> stop() {
        List<RuntimeException> failures = new ArrayList<>();
        while (!toClose.isEmpty()) {
            Part part = toClose.pop();
            run(part, "could not be closed", part.module()::close, part.closeLimit())
                    .ifPresent(failures::add);
            part.thread().stop();
        }
        return failures;
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
