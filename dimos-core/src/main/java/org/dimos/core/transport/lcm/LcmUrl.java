package org.dimos.core.transport.lcm;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.dimos.core.text.Nearest;
import org.dimos.core.transport.TransportException;

/**
 * Where LCM messages go: {@code udpm://239.255.76.67:7667?ttl=0}, or {@code memq://name} for those of this process only.
 *
 * @param scheme {@code udpm} or {@code memq}
 * @param host the multicast group, or what the transports of one process have in common
 * @param port the port of the group
 * @param ttl how many networks a message passes; 0 keeps it on this machine
 * @param receiveBuffer how many bytes the system is asked to keep for this process
 */
public record LcmUrl(String scheme, String host, int port, int ttl, int receiveBuffer) {
    /** The environment variable that LCM programs read. */
    public static final String VARIABLE = "LCM_DEFAULT_URL";

    static final String UDPM = "udpm";
    static final String MEMQ = "memq";

    private static final String GROUP = "239.255.76.67";
    private static final int PORT = 7667;
    private static final int BUFFER = 64 << 20;
    private static final String SEPARATOR = "://";
    private static final int MOST_TTL = 255;
    private static final int MOST_PORT = 65_535;
    private static final List<String> OPTIONS = List.of("ttl", "recv_buf_size");

    /** What holds where nobody says otherwise: the usual group, on this machine only. */
    public static LcmUrl standard() {
        return new LcmUrl(UDPM, GROUP, PORT, 0, BUFFER);
    }

    /**
     * What the environment says, or else the {@link #standard()}.
     *
     * @throws TransportException if it says something that is no such URL
     */
    public static LcmUrl of(Map<String, String> environment) {
        String text = environment.getOrDefault(VARIABLE, "").strip();
        return text.isEmpty() ? standard() : parse(text);
    }

    /**
     * Reads a URL; what it leaves out is as in the {@link #standard()}.
     *
     * @throws TransportException if it is none
     */
    public static LcmUrl parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        String scheme = separator < 0 ? "" : text.substring(0, separator);
        String rest = separator < 0 ? "" : text.substring(separator + SEPARATOR.length());
        if (scheme.equals(MEMQ)) {
            return new LcmUrl(MEMQ, rest, 0, 0, 0);
        }
        if (!scheme.equals(UDPM)) {
            throw refuse(text, "it has to begin with udpm://");
        }
        int mark = rest.indexOf('?');
        LcmUrl url = standard().withAddress(text, mark < 0 ? rest : rest.substring(0, mark));
        for (String option : mark < 0 ? new String[0] : rest.substring(mark + 1).split("&", -1)) {
            url = url.withOption(text, option);
        }
        return url;
    }

    private LcmUrl withAddress(String text, String address) {
        int colon = address.lastIndexOf(':');
        String group = colon < 0 ? address : address.substring(0, colon);
        if (!group.isEmpty() && !isGroup(group)) {
            throw refuse(text, "'" + group + "' is no multicast group; these begin with 224 to 239, such as " + GROUP);
        }
        int newPort = colon < 0 ? port : number(text, "the port", address.substring(colon + 1), 1, MOST_PORT);
        return new LcmUrl(scheme, group.isEmpty() ? host : group, newPort, ttl, receiveBuffer);
    }

    private static boolean isGroup(String group) {
        String number = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
        return group.matches("(22[4-9]|23[0-9])(\\." + number + "){3}");
    }

    private LcmUrl withOption(String text, String option) {
        int equals = option.indexOf('=');
        String key = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        return switch (key) {
            case "ttl" -> new LcmUrl(scheme, host, port, number(text, key, value, 0, MOST_TTL), receiveBuffer);
            case "recv_buf_size" -> new LcmUrl(scheme, host, port, ttl, number(text, key, value, 1, Integer.MAX_VALUE));
            default -> throw refuse(text, "there is no option '" + key + "'" + Nearest.hint(key, OPTIONS));
        };
    }

    private static int number(String text, String what, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words
        }
        throw refuse(text, what + " is '" + value + "'; it must be a number from " + least + " to " + most);
    }

    private static TransportException refuse(String text, String why) {
        return new TransportException("'" + text + "' (" + VARIABLE + ") is no URL of LCM: " + why + "; such as udpm://"
                + GROUP + ":" + PORT + "?ttl=0");
    }

    /** Whether messages stay in this process. */
    boolean isInMemory() {
        return scheme.equals(MEMQ);
    }

    /** The group and its port. */
    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    /** The URL as it is written. */
    @Override
    public String toString() {
        return isInMemory() ? scheme + SEPARATOR + host : scheme + SEPARATOR + host + ":" + port + "?ttl=" + ttl;
    }
}
