package org.dimos.cli;

import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.text.Nearest;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;
import org.dimos.record.Observation;
import org.dimos.record.bus.BusMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the messages of a stream between processes. */
@Command(
        name = "echo",
        sortOptions = false,
        description = "Shows the messages of a stream that another process sends on LCM, until Ctrl-C.")
final class EchoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int MOST_WAITING = 256;
    private static final int MOST_NAMES = 1000;

    private final Program program;
    private final BlockingQueue<Packet> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Set<String> others = new ConcurrentSkipListSet<>();
    private final AtomicLong dropped = new AtomicLong();

    @Parameters(paramLabel = "STREAM", description = "The stream.")
    private String stream = "";

    @Option(names = "--count", paramLabel = "N", description = "Stops after N messages.")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--full", description = "Writes long arrays whole.")
    private boolean full;

    @Option(names = "--json", description = "Writes one JSON object a message.")
    private boolean json;

    EchoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (count.filter(number -> number < 1).isPresent()) {
            throw new UsageException("--count " + count.get() + " shows nothing; give a number from 1 on");
        }
        try (Interruption interruption = Interruption.listen();
                Transport transport = Transports.open("lcm", program.environment())) {
            Disposable listening = transport.receive(this::take);
            show(interruption);
            listening.dispose();
        }
        if (dropped.get() > 0) {
            program.terminal().note(Format.count(dropped.get(), "message") + " came faster than they could be written");
        }
        return ExitCode.OK;
    }

    private void take(Packet packet) {
        Optional<String> name = ChannelName.parse(packet.channel()).map(ChannelName::stream);
        if (name.filter(stream::equals).isEmpty()) {
            if (others.size() < MOST_NAMES) {
                name.ifPresent(others::add);
            }
        } else if (!waiting.offer(packet)) {
            dropped.incrementAndGet();
        }
    }

    private void show(Interruption interruption) {
        BusWait wait = new BusWait(interruption, Optional.empty());
        Optional<ObservationLines> lines = Optional.empty();
        boolean told = false;
        int shown = 0;
        while (shown < count.orElse(Integer.MAX_VALUE) && !interruption.isRequested()) {
            Optional<Packet> next = poll();
            if (next.isPresent()) {
                Optional<Observation<?>> message = read(next.get());
                if (message.isPresent()) {
                    ObservationLines form = lines.orElseGet(
                            () -> new ObservationLines(message.get().timestampNanos(), full));
                    lines = Optional.of(form);
                    program.terminal().print(json ? form.json(message.get()) : form.text(message.get()));
                    program.terminal().out().flush();
                    shown++;
                }
            } else if (shown == 0 && !told && wait.passedNanos() > PATIENCE.toNanos()) {
                told = true;
                program.terminal().note(Terminal.plain(hint()));
            }
            if (program.terminal().out().checkError()) {
                return;
            }
        }
    }

    private String hint() {
        return others.isEmpty()
                ? "nothing is on LCM so far; does the other program run, with the same LCM_DEFAULT_URL?"
                        + " 'dimos doctor --network' tells whether messages travel"
                : "nothing on '" + stream + "' so far" + Nearest.hint(stream, others);
    }

    private Optional<Packet> poll() {
        try {
            return Optional.ofNullable(waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Observation<?>> read(Packet packet) {
        try {
            return Optional.of(BusMessages.read(packet));
        } catch (MessageFormatException e) {
            program.terminal().note(Terminal.plain("a message cannot be shown: " + e.getMessage()));
            return Optional.empty();
        }
    }
}
