package org.dimos.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.LinkedStream;
import org.dimos.blueprint.link.LinkReport;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.core.transport.TransportReport;

/** Which streams of a blueprint other processes share, and what became of their messages. */
final class LinkText {
    private LinkText() {}

    /** A line for each transport and direction; none where nothing is shared. */
    static List<String> plan(Blueprint blueprint) {
        Map<String, List<String>> streams = new LinkedHashMap<>();
        for (LinkedStream link : blueprint.linkedStreams()) {
            String way = link.sends() && link.receives() ? " in and out: " : link.sends() ? " out: " : " in: ";
            streams.computeIfAbsent(link.transport() + way, unused -> new ArrayList<>())
                    .add(link.stream());
        }
        return streams.entrySet().stream()
                .map(way -> way.getKey() + String.join(", ", way.getValue()))
                .toList();
    }

    /** The same as data. */
    static List<Map<String, Object>> planData(Blueprint blueprint) {
        return blueprint.linkedStreams().stream()
                .map(link -> Json.object(
                        "transport", link.transport(),
                        "stream", link.stream(),
                        "sends", link.sends(),
                        "receives", link.receives()))
                .toList();
    }

    /** What became of the messages of a run; nothing where none was shared. */
    static void print(Graph graph, Terminal terminal) {
        if (graph.links().isEmpty()) {
            return;
        }
        Table table = new Table(
                Column.name("shared stream"),
                Column.text("on"),
                Column.number("sent"),
                Column.number("not sent"),
                Column.number("received"),
                Column.number("refused"),
                Column.number("lost"),
                Column.number("size"));
        graph.links()
                .forEach(link -> table.row(
                        link.stream(),
                        link.transport(),
                        link.sends() ? Format.count(link.sent()) : "-",
                        link.sends() ? Format.count(link.dropped()) : "-",
                        link.receives() ? Format.count(link.received()) : "-",
                        link.receives() ? Format.count(link.refused()) : "-",
                        Format.count(link.lost()),
                        Format.bytes(link.sentBytes() + link.receivedBytes())));
        table.print(terminal);
        graph.transports().forEach(transport -> terminal.printWrapped(2, List.of(total(transport))));
    }

    /** What a transport has carried and lost. */
    static String total(TransportReport report) {
        String losses = report.losses().entrySet().stream()
                .map(loss -> Format.count(loss.getValue()) + " " + loss.getKey())
                .collect(Collectors.joining(", "));
        return report.transport() + ": " + Format.count(report.sent(), "message") + " sent ("
                + Format.bytes(report.sentBytes()) + "), " + Format.count(report.received()) + " received ("
                + Format.bytes(report.receivedBytes()) + "), "
                + (losses.isEmpty() ? "none lost" : "lost: " + losses);
    }

    /** The same as data. */
    static Map<String, Object> data(Graph graph) {
        return Json.object(
                "streams", graph.links().stream().map(LinkText::data).toList(), "transports", graph.transports());
    }

    private static Map<String, Object> data(LinkReport link) {
        return Json.object(
                "stream", link.stream(),
                "transport", link.transport(),
                "type", link.typeName(),
                "sent", link.sent(),
                "dropped", link.dropped(),
                "received", link.received(),
                "refused", link.refused(),
                "sentBytes", link.sentBytes(),
                "receivedBytes", link.receivedBytes(),
                "lost", link.lost());
    }
}
