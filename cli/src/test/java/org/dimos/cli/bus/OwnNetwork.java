package org.dimos.cli.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A network of their own for the processes of a script, with a loopback that can multicast. */
final class OwnNetwork {
    private static final String SET_UP =
            "set -e; ip link set lo up; ip link set lo multicast on; ip route add 224.0.0.0/4 dev lo; ";
    /** A process that listens has its port in the table of sockets: 7667 is 1DF3. */
    private static final String FUNCTIONS = """
            listening() { for i in $(seq 300); do [ $(grep -c ':1DF3 ' /proc/net/udp) -ge $1 ] && return; read -t 0.1 < $FIFO || true; done; echo "nobody listens"; exit 9; }
            grown() { for i in $(seq 300); do [ -e $1 ] && [ $(stat -c %s $1) -ge $2 ] && return; read -t 0.1 < $FIFO || true; done; }
            """;

    private OwnNetwork() {}

    /** Skips the test where there can be no such network, or a program is missing. */
    static void require(String... programs) throws IOException, InterruptedException {
        for (String program : programs) {
            assumeTrue(
                    run(scratch(), List.of("which", program)) == 0,
                    program + " is not installed; on Debian it is in liblcm-bin");
        }
        assumeTrue(
                run(scratch(), List.of("unshare", "-rn", "bash", "-c", SET_UP)) == 0,
                "no network of its own can be made here: unshare -rn fails");
    }

    /** Runs a script of bash in the folder; {@code $JAVA} begins a Java command. */
    static void run(Path folder, String script) throws IOException, InterruptedException {
        String whole = SET_UP + "FIFO=" + folder + "/fifo; mkfifo $FIFO; exec 8<>$FIFO; " + FUNCTIONS + script;
        Path output = folder.resolve("output.txt");
        int code = run(folder, List.of("unshare", "-rn", "bash", "-c", whole));
        assertThat(code).as(() -> read(output)).isZero();
    }

    private static Path scratch() throws IOException {
        return Files.createTempDirectory("dimos-network");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int run(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java") + " -Xmx400m -cp "
                                + System.getProperty("java.class.path"),
                        "DIMOS_STATE",
                        folder.resolve("state").toString(),
                        "LCM_DEFAULT_URL",
                        "udpm://239.255.76.67:7667?ttl=0&recv_buf_size=67108864"));
        Path output = folder.resolve("output.txt");
        Process process = builder.redirectOutput(output.toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
