package org.dimos.benchmarks.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.introspection.Announcement;
import org.dimos.blueprint.introspection.ProcessTime;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.record.rolling.StateFolder;

/**
 * The process of a graph that is watched: for each line of its input it says how much processor time it has taken, and
 * how much of that those threads have that tell others about it. Arguments: state folder, modules, hertz, whether its
 * streams are on LCM.
 */
public final class Watched {
    private static final String TELLING = "dimos-run-";

    private Watched() {}

    /** Runs until the input ends. */
    public static void main(String[] arguments) throws IOException {
        StateFolder state = new StateFolder(Path.of(arguments[0]));
        int modules = Integer.parseInt(arguments[1]);
        double hertz = Double.parseDouble(arguments[2]);
        Blueprint ring = Relay.ring(modules, hertz);
        Blueprint blueprint = Boolean.parseBoolean(arguments[3]) ? ring.link(LcmTransport.NAME, "*") : ring;
        try (Transport bus = Transports.open(LcmTransport.NAME, System.getenv());
                Graph graph = blueprint.start();
                Announcement announcement = Announcement.of(
                                graph,
                                "ring",
                                StateFolder.newId("ring", new SystemClock().now()),
                                Optional.empty(),
                                state,
                                () -> {})
                        .on(bus)) {
            announcement.failure().ifPresent(System.err::println);
            BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (questions.readLine() != null) {
                System.out.println(ProcessTime.nanos() + " " + tellingNanos() + " " + sent(graph));
            }
        }
    }

    private static long tellingNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(TELLING)) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    private static long sent(Graph graph) {
        return graph.report().stream().mapToLong(stream -> stream.sent()).sum();
    }
}
