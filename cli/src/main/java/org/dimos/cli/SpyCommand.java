package org.dimos.cli;

import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.TrafficMeter;
import org.dimos.core.transport.TrafficMeter.ChannelTraffic;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportReport;
import org.dimos.core.transport.Transports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which streams there are between processes. */
@Command(
        name = "spy",
        sortOptions = false,
        description =
                "Shows the streams that other processes send on LCM, with their rates, once a second until Ctrl-C."
                        + " Decodes nothing.")
final class SpyCommand implements Callable<Integer> {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Program program;

    @Option(
            names = "--duration",
            paramLabel = "S",
            converter = Seconds.class,
            description = "Looks for S seconds and shows the rates over that time.")
    private Optional<Duration> duration = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    SpyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        TrafficMeter meter = new TrafficMeter();
        try (Interruption interruption = Interruption.listen();
                Transport transport = Transports.onlook("lcm", program.environment())) {
            Disposable listening = transport.receive(meter::count);
            BusWait wait = new BusWait(interruption, duration);
            if (duration.isPresent()) {
                while (wait.next(PERIOD)) {
                    // all is counted meanwhile
                }
                show(meter.look(wait.passedNanos()), transport.report());
            } else {
                watch(meter, transport, wait);
            }
            listening.dispose();
        }
        return ExitCode.OK;
    }

    private void watch(TrafficMeter meter, Transport transport, BusWait wait) {
        boolean inPlace = program.terminal().interactive() && !json;
        long last = wait.passedNanos();
        try (TopScreen screen = TopScreen.open(program.terminal(), inPlace)) {
            CompletableFuture<Void> quit = TopCommand.quit(screen);
            while (!quit.isDone() && wait.next(PERIOD) && !quit.isDone()) {
                long now = wait.passedNanos();
                List<ChannelTraffic> channels = meter.look(now - last);
                last = now;
                if (inPlace) {
                    screen.show((width, height) -> lines(channels, transport.report(), width, height));
                } else {
                    show(channels, transport.report());
                }
                if (program.terminal().out().checkError()) {
                    return;
                }
            }
        }
    }

    /** As many as there is room for, and below them what was lost. */
    private static List<String> lines(List<ChannelTraffic> channels, TransportReport report, int width, int height) {
        List<String> table = table(channels, report).lines(width);
        List<String> lines = new ArrayList<>(table.subList(0, Math.min(table.size(), height - 1)));
        String total = LinkText.total(report);
        lines.add(total.substring(0, Math.min(total.length(), width)));
        return lines;
    }

    private void show(List<ChannelTraffic> channels, TransportReport report) {
        Terminal terminal = program.terminal();
        if (json) {
            terminal.print(Json.of(data(channels, report)));
        } else {
            table(channels, report).print(terminal);
            terminal.printWrapped(2, List.of(LinkText.total(report)));
        }
        terminal.out().flush();
    }

    private static Table table(List<ChannelTraffic> channels, TransportReport report) {
        Table table = new Table(
                Column.name("stream"),
                Column.name("type"),
                Column.number("messages"),
                Column.number("Hz"),
                Column.number("per second"),
                Column.number("lost"));
        for (ChannelTraffic channel : channels) {
            Optional<ChannelName> name = ChannelName.parse(channel.channel());
            table.row(
                    name.map(ChannelName::stream).orElse(channel.channel()),
                    name.map(ChannelName::typeName).orElse("untyped"),
                    Format.count(channel.messages()),
                    Format.hertz(channel.rate()),
                    Format.bytes(Math.round(channel.bandwidth())),
                    Format.count(report.lost(channel.channel())));
        }
        return table;
    }

    private static Map<String, Object> data(List<ChannelTraffic> channels, TransportReport report) {
        List<Object> streams = new ArrayList<>();
        for (ChannelTraffic channel : channels) {
            Optional<ChannelName> name = ChannelName.parse(channel.channel());
            streams.add(Json.object(
                    "channel", channel.channel(),
                    "stream", name.map(ChannelName::stream).orElse(""),
                    "type", name.map(ChannelName::typeName).orElse(""),
                    "messages", channel.messages(),
                    "bytes", channel.bytes(),
                    "hertz", channel.rate(),
                    "bytesPerSecond", channel.bandwidth(),
                    "lost", report.lost(channel.channel())));
        }
        return Json.object("streams", streams, "transport", report);
    }
}
