package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which way multicast goes on this machine. */
final class Multicast {
    private Multicast() {}

    /** The interface that the routes of this machine choose for a group; empty if none leads there. */
    static Optional<NetworkInterface> route(InetSocketAddress group) {
        Optional<NetworkInterface> known =
                Routes.device(group.getAddress().getAddress()).flatMap(Multicast::named);
        return known.isPresent() ? known : routeBySocket(group);
    }

    private static Optional<NetworkInterface> named(String device) {
        try {
            return Optional.ofNullable(NetworkInterface.getByName(device));
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    /** The address that a socket gets tells the interface, unless that has none of its own. */
    private static Optional<NetworkInterface> routeBySocket(InetSocketAddress group) {
        try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET)) {
            probe.connect(group);
            return probe.getLocalAddress() instanceof InetSocketAddress local
                    ? Optional.ofNullable(NetworkInterface.getByInetAddress(local.getAddress()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The loopback interface. */
    static Optional<NetworkInterface> loopback() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(Multicast::isLoopback)
                .findFirst();
    }

    private static boolean isLoopback(NetworkInterface candidate) {
        try {
            return candidate.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    /** Where to listen: on the interface of the route, and on the loopback, as far as they can multicast. */
    static Set<NetworkInterface> interfaces(InetSocketAddress group) throws SocketException {
        Set<NetworkInterface> found = new LinkedHashSet<>();
        route(group).ifPresent(found::add);
        loopback().ifPresent(found::add);
        Set<NetworkInterface> able = new LinkedHashSet<>();
        for (NetworkInterface each : found) {
            if (each.isUp() && each.supportsMulticast()) {
                able.add(each);
            }
        }
        return able;
    }
}
