package org.dimos.blueprint;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.dimos.core.Clock;
import org.dimos.core.Out;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fails a graph in lockstep when a module publishes, sets a timer or asks for the time on a thread of its own: when that
 * happens depends on the machine, so another run would be different.
 */
final class LockstepSupervision implements Supervision {
    private static final Logger LOG = LoggerFactory.getLogger(LockstepSupervision.class);

    private final String module;
    private final Thread only;
    private final BiConsumer<String, Throwable> onFailure;

    LockstepSupervision(String module, Thread only, BiConsumer<String, Throwable> onFailure) {
        this.module = module;
        this.only = only;
        this.onFailure = onFailure;
    }

    /** Warns of what the code of a module does that is different in every run. */
    static LockstepSupervision of(ModuleEntry entry, Thread only, BiConsumer<String, Throwable> onFailure) {
        UnrepeatableCalls.of(entry.type())
                .forEach(call -> LOG.warn(
                        "module '{}' may not be the same in every run: {}; time, timers and threads come from the injected"
                                + " Clock and Scheduler, randomness from a seed",
                        entry.name(),
                        call));
        return new LockstepSupervision(entry.name(), only, onFailure);
    }

    /** Reports the module if the calling thread is not the one of the lockstep; answers whether it is. */
    private boolean isInStep(String what) {
        Thread current = Thread.currentThread();
        if (current == only) {
            return true;
        }
        onFailure.accept(
                module,
                new IllegalStateException("it " + what + " on the thread '" + current.getName()
                        + "', which is not in lockstep; work that is not done in handlers belongs on the injected"
                        + " Scheduler"));
        return false;
    }

    @Override
    public Clock clock(Clock clock) {
        return () -> {
            boolean unused = isInStep("asked for the time");
            return clock.nanos();
        };
    }

    @Override
    public Scheduler scheduler(Scheduler scheduler) {
        return new SupervisedScheduler(scheduler);
    }

    @Override
    public <T> Out<T> out(String stream, Out<T> out) {
        return new Out<>() {
            @Override
            public void publish(T message) {
                if (isInStep("published on '" + stream + "'")) {
                    out.publish(message);
                }
            }

            @Override
            public Disposable feed(Flowable<? extends T> source) {
                return out.feed(source.filter(message -> isInStep("published on '" + stream + "'")));
            }
        };
    }

    private final class SupervisedScheduler extends Scheduler {
        private final Scheduler scheduler;

        SupervisedScheduler(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public Worker createWorker() {
            return new SupervisedWorker(scheduler.createWorker());
        }

        @Override
        public long now(TimeUnit unit) {
            return scheduler.now(unit);
        }
    }

    private final class SupervisedWorker extends Scheduler.Worker {
        private final Scheduler.Worker worker;

        SupervisedWorker(Scheduler.Worker worker) {
            this.worker = worker;
        }

        @Override
        public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
            return isInStep("set a timer") ? worker.schedule(run, delay, unit) : Disposable.disposed();
        }

        @Override
        public long now(TimeUnit unit) {
            return worker.now(unit);
        }

        @Override
        public void dispose() {
            worker.dispose();
        }

        @Override
        public boolean isDisposed() {
            return worker.isDisposed();
        }
    }
}
