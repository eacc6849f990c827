package org.dimos.blueprint;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dimos.core.Clock;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.Vector3;

/** Small modules to build test blueprints of. */
final class Toys {
    private Toys() {}

    /** A message of one's own. */
    public record Reading(long number) {}

    /** What is made of a reading. */
    public record Estimate(long number) {}

    /** A sensor that counts at 10 Hz. */
    static final class Sensor implements RobotModule {
        static final AtomicInteger CONSTRUCTED = new AtomicInteger();

        public record Ports(Out<Reading> reading, Out<Twist> speed) {}

        private final Ports ports;
        private final Scheduler scheduler;

        @Inject
        Sensor(Ports ports, Scheduler scheduler) {
            this.ports = ports;
            this.scheduler = scheduler;
            CONSTRUCTED.incrementAndGet();
        }

        @Override
        public void start() {
            var unused = Flowable.interval(100, TimeUnit.MILLISECONDS, scheduler)
                    .onBackpressureBuffer()
                    .subscribe(this::tick);
        }

        private void tick(long number) {
            ports.reading().publish(new Reading(number));
            ports.speed().publish(new Twist(new Vector3(number, 0, 0), Vector3.zero()));
        }
    }

    /** Makes an estimate of each reading. */
    static final class Estimator implements RobotModule {
        public record Ports(In<Reading> reading, Out<Estimate> estimate) {}

        public record Config(long factor, String label) {
            Config() {
                this(10, "plain");
            }
        }

        private final Ports ports;
        private final Config config;

        @Inject
        Estimator(Ports ports, Config config) {
            this.ports = ports;
            this.config = config;
        }

        @Override
        public void start() {
            var unused = ports.reading()
                    .all()
                    .subscribe(reading -> ports.estimate().publish(new Estimate(reading.number() * config.factor())));
        }
    }

    /** Remembers estimates with the times at which they came. */
    static final class Log implements RobotModule {
        public record Ports(In<Estimate> estimate) {}

        private final Ports ports;
        private final Clock clock;
        final List<Estimate> estimates = new ArrayList<>();
        final List<Long> times = new ArrayList<>();

        @Inject
        Log(Ports ports, Clock clock) {
            this.ports = ports;
            this.clock = clock;
        }

        @Override
        public void start() {
            var unused = ports.estimate().all().subscribe(estimate -> {
                estimates.add(estimate);
                times.add(clock.nanos());
            });
        }
    }

    /** Takes something else under the name {@code reading}. */
    static final class TwistReader implements RobotModule {
        public record Ports(In<Twist> reading) {}

        @Inject
        TwistReader(Ports ports) {
            requireNonNull(ports, "ports is null");
        }
    }
}
