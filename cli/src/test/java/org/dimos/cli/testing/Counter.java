package org.dimos.cli.testing;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;

/** Counts on, as a driver would measure on. */
public final class Counter implements RobotModule {
    private final Ports ports;
    private final Config config;
    private final Scheduler scheduler;
    private Disposable running = Disposable.disposed();

    @Inject
    Counter(Ports ports, Config config, Scheduler scheduler) {
        this.ports = ports;
        this.config = config;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        running = Flowable.interval(config.periodMillis(), TimeUnit.MILLISECONDS, scheduler)
                .onBackpressureBuffer()
                .subscribe(value -> ports.count().publish(new Count(value)));
    }

    @Override
    public void close() {
        running.dispose();
    }

    /** Numbers out. */
    public record Ports(Out<Count> count) {}

    /** How often. */
    public record Config(long periodMillis) {
        /** Every ten milliseconds. */
        public Config() {
            this(10);
        }
    }
}
