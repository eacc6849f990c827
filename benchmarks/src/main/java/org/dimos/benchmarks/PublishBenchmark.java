package org.dimos.benchmarks;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dimos.core.Out;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.InPort;
import org.dimos.core.bus.ModuleThread;
import org.dimos.core.bus.OutPort;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.Timeline;
import org.dimos.msgs.geometry.Twist;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What publishing costs the publisher, with receiving modules on threads of their own. The publisher backs off for a
 * moment after each message; what the receivers drop all the same is shown beside the score.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PublishBenchmark {
    private static final int CAPACITY = 65_536;

    @Param({"0", "1", "5"})
    private int subscribers;

    /** Whether a recorder keeps the stream, into a file in the folder for temporary files. */
    @Param({"false", "true"})
    private boolean recording;

    /** Work between two messages, about a nanosecond each; the run with 0 subscribers shows its share of the score. */
    @Param("200")
    private int backoff;

    private final Twist message = Samples.twist();
    private final Timeline timeline = Timeline.live();
    private final Bus bus = new Bus();
    private final Channel<Twist> channel = bus.channel("cmd_vel", Twist.class);
    private final Out<Twist> out = new OutPort<>(channel, timeline.clock());
    private final CompositeDisposable subscriptions = new CompositeDisposable();
    private Optional<TemporaryRecorder> recorder = Optional.empty();

    /** What became of the messages of an iteration, over all subscribers. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Fate {
        public long delivered;
        public long dropped;

        private long deliveredBefore;
        private long droppedBefore;

        @Setup(Level.Iteration)
        public void begin(PublishBenchmark benchmark) {
            StreamReport report = benchmark.channel.report();
            deliveredBefore = report.delivered();
            droppedBefore = report.dropped();
        }

        @TearDown(Level.Iteration)
        public void end(PublishBenchmark benchmark) {
            StreamReport report = benchmark.channel.report();
            delivered = report.delivered() - deliveredBefore;
            dropped = report.dropped() - droppedBefore;
        }
    }

    @Setup
    public void subscribe(Blackhole blackhole) {
        recorder = recording ? Optional.of(TemporaryRecorder.of(channel, timeline.clock())) : Optional.empty();
        for (int i = 0; i < subscribers; i++) {
            ModuleThread thread = new ModuleThread("module-" + i, timeline, PublishBenchmark::fail);
            bus.register(thread);
            subscriptions.add(new InPort<>(channel, thread).all(CAPACITY).subscribe(blackhole::consume));
        }
        bus.open();
    }

    private static void fail(String module, Throwable error) {
        throw new IllegalStateException(module + " failed", error);
    }

    @Benchmark
    public void publish(Fate fate) {
        out.publish(message);
        Blackhole.consumeCPU(backoff);
    }

    @TearDown
    public void close() {
        subscriptions.dispose();
        bus.close();
        recorder.ifPresent(TemporaryRecorder::close);
        timeline.close();
    }
}
