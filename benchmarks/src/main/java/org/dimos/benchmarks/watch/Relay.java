package org.dimos.benchmarks.watch;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Blueprint;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.Vector3;

/** A module that publishes on five streams and takes five of another. */
public final class Relay implements RobotModule {
    private static final int STREAMS = 5;

    private final Ports ports;
    private final Config config;
    private final Scheduler scheduler;

    /** Five ends each way. */
    public record Ports(
            Out<Twist> out0,
            Out<Twist> out1,
            Out<Twist> out2,
            Out<Twist> out3,
            Out<Twist> out4,
            In<Twist> in0,
            In<Twist> in1,
            In<Twist> in2,
            In<Twist> in3,
            In<Twist> in4) {

        List<Out<Twist>> outs() {
            return List.of(out0, out1, out2, out3, out4);
        }

        List<In<Twist>> ins() {
            return List.of(in0, in1, in2, in3, in4);
        }
    }

    /** How often it publishes on each. */
    public record Config(double hertz) {
        public Config() {
            this(50);
        }
    }

    @Inject
    Relay(Ports ports, Config config, Scheduler scheduler) {
        this.ports = ports;
        this.config = config;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        ports.ins().forEach(in -> {
            var unused = in.all().subscribe(message -> {});
        });
        int number = 0;
        for (Out<Twist> out : ports.outs()) {
            long period = Math.round(1e9 / config.hertz());
            long delay = period * number++ / STREAMS;
            var unused = Flowable.interval(delay, period, TimeUnit.NANOSECONDS, scheduler)
                    .onBackpressureBuffer()
                    .subscribe(tick -> out.publish(new Twist(new Vector3(tick, 0, 0), Vector3.zero())));
        }
    }

    /** A ring of them. */
    static Blueprint ring(int modules, double hertz) {
        Blueprint[] ring = new Blueprint[modules];
        for (int i = 0; i < modules; i++) {
            String name = "relay" + i;
            Blueprint relay = Blueprint.module(Relay.class, name).configure(name, "hertz", hertz);
            for (int k = 0; k < STREAMS; k++) {
                relay = relay.rename(name, "out" + k, "stream_" + i + "_" + k)
                        .rename(name, "in" + k, "stream_" + (i + modules - 1) % modules + "_" + k);
            }
            ring[i] = relay;
        }
        return Blueprint.autoconnect(ring);
    }
}
