package org.dimos.core.transport.lcm;

import io.reactivex.rxjava3.disposables.Disposable;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.TransportReport;

/**
 * What LCM needs of this machine, and the commands that give it what is missing.
 *
 * @param url where messages would go
 * @param findings what was looked at, in the order in which to mend it
 */
public record NetworkCheck(LcmUrl url, List<Finding> findings) {
    static final List<String> ROUTE =
            List.of("sudo ip link set lo multicast on", "sudo ip route add 224.0.0.0/4 dev lo");

    private static final List<String> BUFFER = List.of("sudo sysctl -w net.core.rmem_max=" + KernelBuffer.WANTED);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int LARGE = 4 << 20;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    public NetworkCheck {
        findings = List.copyOf(findings);
    }

    /** How a thing stands. */
    public enum Verdict {
        /** As it should be. */
        GOOD,
        /** It works, and messages may get lost. */
        WEAK,
        /** Without that nothing works. */
        MISSING
    }

    /**
     * One thing that was looked at.
     *
     * @param verdict how it stands
     * @param text what was found
     * @param commands what mends it
     */
    public record Finding(Verdict verdict, String text, List<String> commands) {
        public Finding {
            commands = List.copyOf(commands);
        }
    }

    /** Looks at routes, interfaces and limits, and sends a message to itself, on a port that nobody else listens to. */
    public static NetworkCheck of(LcmUrl url) {
        List<Finding> findings = new ArrayList<>();
        findings.add(route(url.address()));
        if (findings.get(0).verdict() == Verdict.GOOD) {
            findings.add(travels(url, 100, "a small message"));
            findings.add(travels(url, LARGE, "a message of 4 MB"));
        }
        findings.add(buffer());
        return new NetworkCheck(url, findings);
    }

    /** Whether messages can travel. */
    public boolean works() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.MISSING);
    }

    private static Finding route(InetSocketAddress group) {
        Optional<NetworkInterface> way = Multicast.route(group);
        if (way.isEmpty()) {
            return new Finding(
                    Verdict.MISSING,
                    "there is no route to " + group.getAddress().getHostAddress(),
                    ROUTE);
        }
        String name = way.get().getName();
        return canMulticast(way.get())
                ? new Finding(Verdict.GOOD, group.getAddress().getHostAddress() + " goes through " + name, List.of())
                : new Finding(
                        Verdict.MISSING,
                        group.getAddress().getHostAddress() + " goes through " + name + ", which does not multicast",
                        List.of("sudo ip link set " + name + " multicast on"));
    }

    private static boolean canMulticast(NetworkInterface way) {
        try {
            return way.isUp() && way.supportsMulticast();
        } catch (SocketException e) {
            return false;
        }
    }

    private static Finding travels(LcmUrl url, int size, String what) {
        int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
        LcmUrl own = new LcmUrl(url.scheme(), url.host(), port, 0, url.receiveBuffer());
        try (LcmTransport from = LcmTransport.open(own);
                LcmTransport to = LcmTransport.open(own)) {
            CountDownLatch arrived = new CountDownLatch(1);
            Bytes sent = Bytes.wrap(new byte[size]);
            Disposable listening = to.receive(packet -> {
                if (packet.payload().equals(sent)) {
                    arrived.countDown();
                }
            });
            from.send("/dimos/doctor", sent);
            boolean came = arrived.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            listening.dispose();
            return came
                    ? new Finding(Verdict.GOOD, what + " arrives", List.of())
                    : new Finding(Verdict.MISSING, what + " does not arrive" + why(from.report(), to.report()), ROUTE);
        } catch (TransportException e) {
            return new Finding(Verdict.MISSING, String.valueOf(e.getMessage()), ROUTE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(Verdict.MISSING, what + " was not waited for", List.of());
        }
    }

    private static String why(TransportReport from, TransportReport to) {
        String reasons = String.join(", ", from.losses().keySet())
                + String.join(", ", to.losses().keySet());
        return reasons.isEmpty() ? "" : ": " + reasons;
    }

    private static Finding buffer() {
        long most = KernelBuffer.most();
        return most >= KernelBuffer.WANTED
                ? new Finding(Verdict.GOOD, "a receiver can have " + most + " bytes wait in the system", List.of())
                : new Finding(
                        Verdict.WEAK,
                        "a receiver can have only " + most + " bytes wait in the system (net.core.rmem_max): many large"
                                + " messages at once get lost before they are taken",
                        BUFFER);
    }
}
