package org.dimos.blueprint.introspection;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Blueprint;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.std.StringMessage;

/** A module that says something ten times a second, and one that hears it. */
final class Pulse implements RobotModule {
    public record Ports(Out<StringMessage> beat) {}

    private final Ports ports;
    private final Scheduler scheduler;

    @Inject
    Pulse(Ports ports, Scheduler scheduler) {
        this.ports = ports;
        this.scheduler = scheduler;
    }

    /** Both of them. */
    static Blueprint blueprint() {
        return Blueprint.autoconnect(Blueprint.module(Pulse.class), Blueprint.module(Ear.class));
    }

    @Override
    public void start() {
        var unused = Flowable.interval(100, TimeUnit.MILLISECONDS, scheduler)
                .onBackpressureBuffer()
                .subscribe(number -> ports.beat().publish(new StringMessage("beat " + number)));
    }

    static final class Ear implements RobotModule {
        public record Ports(In<StringMessage> beat) {}

        private final Ports ports;

        @Inject
        Ear(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.beat().all().subscribe(beat -> {});
        }
    }
}
