package org.dimos.cli.testing;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.std.Int64Message;

/** Sends a number every few milliseconds, such as other processes understand. */
public final class Numbers implements RobotModule {
    private static final int PERIOD_MILLIS = 4;

    private final Ports ports;
    private final Scheduler scheduler;
    private Disposable running = Disposable.disposed();

    @Inject
    Numbers(Ports ports, Scheduler scheduler) {
        this.ports = ports;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        running = Flowable.interval(PERIOD_MILLIS, TimeUnit.MILLISECONDS, scheduler)
                .onBackpressureBuffer()
                .subscribe(value -> ports.numbers().publish(new Int64Message(value)));
    }

    @Override
    public void close() {
        running.dispose();
    }

    /** Numbers out. */
    public record Ports(Out<Int64Message> numbers) {}
}
