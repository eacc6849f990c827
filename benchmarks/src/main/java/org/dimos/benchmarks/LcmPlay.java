package org.dimos.benchmarks;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.replay.Playback;
import org.dimos.record.replay.StreamView;

/**
 * The same workload with the player of LCM: writes a recording as an LCM log, lets {@code lcm-logplayer} play it, and
 * measures when each packet arrives over multicast on this machine, which has to be switched on: {@code ip link set lo
 * multicast on; ip route add 224.0.0.0/4 dev lo}.
 *
 * <p>Arguments: the recording or a bag, and the speed (1 if left out).
 */
public final class LcmPlay {
    private static final int EVENT = 0xEDA1DA01;
    private static final int SHORT_MESSAGE = 0x4c433032;
    private static final String GROUP = "239.255.76.67";
    private static final int PORT = 7667;
    private static final int SILENCE_MILLIS = 3000;

    private final Map<String, List<Long>> due = new HashMap<>();
    private final Map<String, Arrivals> arrivals = new TreeMap<>();

    private LcmPlay() {}

    public static void main(String[] arguments) throws Exception {
        double speed = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("dimos-lcm");
        try {
            Recording recording = Recording.open(ReplayJitter.recording(Path.of(arguments[0]), folder));
            new LcmPlay().warmUp();
            LcmPlay play = new LcmPlay();
            Path log = folder.resolve("log.lcm");
            play.write(recording, log);
            play.run(log, speed);
            Arrivals.print(play.arrivals, speed);
        } finally {
            Scratch.deleteAll(folder);
        }
    }

    private void warmUp() {
        due.put("", Collections.nCopies(ReplayJitter.WARM_UP_MESSAGES, 0L));
        ByteBuffer packet = ByteBuffer.allocate(2 * Integer.BYTES + 1).putInt(0, SHORT_MESSAGE);
        for (int i = 0; i < ReplayJitter.WARM_UP_MESSAGES; i++) {
            boolean unusedNoted = note(packet.rewind(), i);
        }
    }

    private void write(Recording recording, Path log) throws IOException {
        Predicate<String> decoded = recording.streams().stream()
                .filter(stream -> stream.type().isPresent())
                .map(StreamView::name)
                .toList()::contains;
        try (OutputStream file = Files.newOutputStream(log);
                DataOutputStream out = new DataOutputStream(file);
                Playback playback = recording.play(decoded)) {
            for (long number = 0; playback.hasNext(); number++) {
                Observation<?> message = playback.next();
                byte[] channel = message.stream().getBytes(StandardCharsets.UTF_8);
                byte[] data = message.encoded()
                        .map(encoded -> encoded.data().toArray())
                        .orElseGet(() -> new byte[16]);
                long micros = message.timestampNanos() / 1000;
                out.writeInt(EVENT);
                out.writeLong(number);
                out.writeLong(micros);
                out.writeInt(channel.length);
                out.writeInt(data.length);
                out.write(channel);
                out.write(data);
                due.computeIfAbsent(message.stream(), name -> new ArrayList<>()).add(micros * 1000);
            }
        }
    }

    private void run(Path log, double speed) throws IOException, InterruptedException {
        int total = due.values().stream().mapToInt(List::size).sum();
        try (MulticastSocket socket = new MulticastSocket(PORT)) {
            socket.setReceiveBufferSize(1 << 22);
            socket.joinGroup(
                    new InetSocketAddress(InetAddress.getByName(GROUP), PORT), NetworkInterface.getByName("lo"));
            ProcessBuilder player = new ProcessBuilder("lcm-logplayer", "--speed=" + speed, log.toString());
            player.environment().put("LCM_DEFAULT_URL", "udpm://" + GROUP + ":" + PORT + "?ttl=0");
            Process process = player.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int received = receive(socket, total);
            process.destroy();
            int unusedCode = process.waitFor();
            System.out.println("lcm-logplayer: " + received + " of " + total + " messages received");
        }
    }

    private int receive(MulticastSocket socket, int total) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
        int received = 0;
        socket.setSoTimeout(10 * SILENCE_MILLIS);
        try {
            while (received < total) {
                socket.receive(packet);
                long now = System.nanoTime();
                received += note(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()), now) ? 1 : 0;
                socket.setSoTimeout(SILENCE_MILLIS);
            }
        } catch (SocketTimeoutException e) {
            System.out.println("no more packets");
        }
        return received;
    }

    private boolean note(ByteBuffer packet, long now) {
        if (packet.getInt() != SHORT_MESSAGE) {
            return false;
        }
        int unusedNumber = packet.getInt();
        StringBuilder channel = new StringBuilder();
        for (byte next = packet.get(); next != 0; next = packet.get()) {
            channel.append((char) next);
        }
        List<Long> times = due.get(channel.toString());
        Arrivals noted = arrivals.computeIfAbsent(channel.toString(), name -> new Arrivals());
        if (times == null || noted.count() >= times.size()) {
            return false;
        }
        noted.add(times.get(noted.count()), now);
        return true;
    }
}
