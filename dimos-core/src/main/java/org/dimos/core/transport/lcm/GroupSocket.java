package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import org.dimos.core.transport.TransportException;

/** A socket that several processes of a machine share, to listen to a group. */
final class GroupSocket {
    private GroupSocket() {}

    /**
     * Opens one.
     *
     * @throws TransportException if there is no way to the group
     */
    static DatagramChannel open(LcmUrl url) {
        try {
            return joined(url);
        } catch (IOException e) {
            throw new TransportException(
                    "messages of " + url + " cannot be received: " + e.getMessage()
                            + "; 'dimos doctor --network' tells what to do",
                    e);
        }
    }

    private static DatagramChannel joined(LcmUrl url) throws IOException {
        InetSocketAddress group = url.address();
        Set<NetworkInterface> interfaces = Multicast.interfaces(group);
        if (interfaces.isEmpty()) {
            throw new IOException("no network interface of this machine can multicast");
        }
        DatagramChannel opened = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (opened.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                opened.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            opened.setOption(StandardSocketOptions.SO_RCVBUF, url.receiveBuffer());
            opened.bind(group);
            for (NetworkInterface each : interfaces) {
                var unused = opened.join(group.getAddress(), each);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }
}
