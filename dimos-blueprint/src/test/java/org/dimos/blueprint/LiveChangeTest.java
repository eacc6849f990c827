package org.dimos.blueprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.StreamReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes of a graph on real threads, while messages flow without a pause. */
class LiveChangeTest {
    private static final Queue<Long> HANDLED = new ConcurrentLinkedQueue<>();
    private static final Blueprint PROGRAM =
            autoconnect(module(Source.class), module(Listener.class, "mapper"), module(Listener.class, "logger"));

    private final Graph graph = PROGRAM.start();

    LiveChangeTest() {
        HANDLED.clear();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    /** Publishes numbers from a thread of its own, two streams in turn, as fast as its listeners allow. */
    static final class Source implements RobotModule {
        record Ports(Out<Long> even, Out<Long> odd) {}

        private final Ports ports;
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicLong published = new AtomicLong();
        private final Thread thread = new Thread(this::publish, "source");

        @Inject
        Source(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            thread.start();
        }

        private void publish() {
            while (!over.get()) {
                long next = published.get();
                (next % 2 == 0 ? ports.even() : ports.odd()).publish(next);
                published.incrementAndGet();
                LockSupport.parkNanos(10_000);
            }
        }

        /** Waits until so many more are published. */
        void awaitMore(long count) {
            long goal = published.get() + count;
            while (published.get() < goal) {
                Thread.onSpinWait();
            }
        }

        /** Ends the numbers and answers how many there were. */
        long finish() throws InterruptedException {
            over.set(true);
            thread.join();
            return published.get();
        }

        @Override
        public void close() throws InterruptedException {
            finish();
        }
    }

    /** Listens to both streams. */
    static final class Listener implements RobotModule {
        record Ports(In<Long> even, In<Long> odd) {}

        /** Whether it writes down what it handles. */
        record Config(boolean noting) {
            Config() {
                this(false);
            }
        }

        private final Ports ports;
        private final Config config;
        private final AtomicLong handled = new AtomicLong();

        @Inject
        Listener(Ports ports, Config config) {
            this.ports = ports;
            this.config = config;
        }

        @Override
        public void start() {
            listen(ports.even());
            listen(ports.odd());
        }

        private void listen(In<Long> numbers) {
            var unused = numbers.all(1_000_000).subscribe(this::handle);
        }

        private void handle(long number) {
            handled.incrementAndGet();
            if (config.noting()) {
                HANDLED.add(number);
            }
        }

        @Override
        public void close() {}
    }

    /** Fails when it starts. */
    static final class Broken implements RobotModule {
        record Ports(In<Long> even) {}

        @Inject
        Broken(Ports ports) {
            requireNonNull(ports, "ports is null");
        }

        @Override
        public void start() {
            throw new IllegalStateException("no such device");
        }

        @Override
        public void close() {}
    }

    private Source source() {
        return graph.part("Source", Source.class);
    }

    private static Blueprint noting(String name) {
        return module(Listener.class, name).configure(name, "noting", true);
    }

    @Test
    void eachMessageIsHandledByOneOfThoseWhoReplaceEachOther() throws Exception {
        graph.replace("mapper", noting("mapper"));
        for (int i = 0; i < 10; i++) {
            source().awaitMore(200);
            graph.replace("mapper", noting("mapper"));
        }
        long published = source().finish();
        graph.close();

        List<Long> handled = List.copyOf(HANDLED);
        long first = handled.get(0);
        assertThat(handled)
                .containsExactlyElementsOf(
                        LongStream.range(first, published).boxed().toList());
        assertThat(graph.part("logger", Listener.class).handled).hasValue(published);
        assertThat(graph.report()).allMatch(StreamReport::isBalanced, "sent = delivered + dropped");
        assertThat(graph.report()).allMatch(stream -> stream.dropped() == 0);
    }

    @Test
    void comingAndGoingCostsTheOthersNoMessage() throws Exception {
        for (int i = 0; i < 10; i++) {
            graph.add(noting("extra"));
            source().awaitMore(100);
            graph.remove("extra");
        }
        long published = source().finish();
        graph.close();
        assertThat(graph.part("mapper", Listener.class).handled).hasValue(published);
        assertThat(graph.part("logger", Listener.class).handled).hasValue(published);
        assertThat(List.copyOf(HANDLED)).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(10 * 100);
        assertThat(graph.report()).allMatch(StreamReport::isBalanced, "sent = delivered + dropped");
    }

    @Test
    void theBlueprintIsThatOfWhatRuns() {
        graph.add(module(Listener.class, "extra"));
        graph.remove("logger");
        assertThat(graph.blueprint().entries()).extracting(Entry::name).containsExactly("Source", "mapper", "extra");
    }

    @Test
    void aNewcomerThatCannotStartLeavesTheGraphAsItIs() throws Exception {
        assertThatThrownBy(() -> graph.add(module(Broken.class)))
                .isInstanceOf(ModuleException.class)
                .hasMessageContaining("Broken")
                .hasMessageContaining("no such device");
        source().awaitMore(10);
        long published = source().finish();
        graph.close();
        assertThat(graph.part("mapper", Listener.class).handled).hasValue(published);
        assertThat(graph.report()).allMatch(StreamReport::isBalanced);
    }

    @Test
    void saysWhatCannotBeChanged() {
        assertThatThrownBy(() -> graph.remove("maper"))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("'maper' does not run in this graph")
                .hasMessageContaining("mapper");
        assertThatThrownBy(() -> graph.add(module(Listener.class, "mapper")))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("module 'mapper' runs already");
        graph.close();
        assertThatThrownBy(() -> graph.remove("mapper"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has stopped");
    }

    @Test
    void aReplacementStartsAfterTheOldOneIsClosed() {
        Duration before = Duration.ofNanos(graph.timeline().clock().nanos());
        graph.replace("mapper", autoconnect(module(Listener.class, "left"), module(Listener.class, "right")));
        assertThat(Duration.ofNanos(graph.timeline().clock().nanos())).isGreaterThan(before);
        assertThat(graph.blueprint().entries())
                .extracting(Entry::name)
                .containsExactly("Source", "logger", "left", "right");
    }
}
