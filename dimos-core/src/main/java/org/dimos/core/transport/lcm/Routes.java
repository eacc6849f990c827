package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The routes of Linux: which interface a packet leaves through. */
final class Routes {
    private static final Path TABLE = Path.of("/proc/net/route");
    private static final int FLAGS = 3;
    private static final int METRIC = 6;
    private static final int MASK = 7;
    private static final int UP = 1;
    private static final int HEX = 16;

    /** A route; its addresses have the first byte of the address as the lowest. */
    private record Route(String device, int destination, int mask, int metric) {}

    private Routes() {}

    /** The name of the interface for an IPv4 address; empty if there is none, or no such table here. */
    static Optional<String> device(byte[] address) {
        try {
            return device(Files.readAllLines(TABLE), address);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The same from the lines of the table. */
    static Optional<String> device(List<String> table, byte[] address) {
        int wanted = 0;
        for (int i = 0; i < address.length; i++) {
            wanted |= Byte.toUnsignedInt(address[i]) << (Byte.SIZE * i);
        }
        List<Route> fitting = new ArrayList<>();
        for (Route route : routes(table)) {
            if ((wanted & route.mask()) == route.destination()) {
                fitting.add(route);
            }
        }
        return fitting.stream()
                .max(Comparator.comparingInt((Route route) -> Integer.bitCount(route.mask()))
                        .thenComparing(Comparator.comparingInt(Route::metric).reversed()))
                .map(Route::device);
    }

    private static List<Route> routes(List<String> table) {
        return table.stream()
                .skip(1)
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length > MASK && (Integer.parseInt(words[FLAGS], HEX) & UP) != 0)
                .map(words -> new Route(
                        words[0],
                        Integer.parseUnsignedInt(words[1], HEX),
                        Integer.parseUnsignedInt(words[MASK], HEX),
                        Integer.parseInt(words[METRIC])))
                .toList();
    }
}
