package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;
import org.dimos.msgs.geometry.Twist;
import org.dimos.record.Recording;
import org.dimos.record.replay.StreamView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands about what other processes send, which here is this one. */
@Timeout(60)
class BusCommandsTest {
    private static final Bytes TWIST = MessageCodecs.of(Twist.class).encode(Twist.planar(1, 2));

    private final Map<String, String> environment =
            Map.of("LCM_DEFAULT_URL", "memq://" + UUID.randomUUID(), "DIMOS_STATE", "target/state");
    private final Transport other = Transports.open("lcm", environment);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        other.close();
    }

    @Test
    void recordKeepsWhatIsAskedFor() {
        Path file = folder.resolve("bus.db");
        Answer answer = whileSending("record", "--streams", "cmd*", "--duration", "1", "-o", file.toString());

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("recording into " + file)
                .containsPattern("cmd_vel +geometry_msgs.Twist +[1-9]")
                .contains("messages not recorded: no typed stream")
                .contains("0 lost");
        assertThat(Recording.open(file).streams()).extracting(StreamView::name).containsExactly("cmd_vel");
    }

    @Test
    void recordTellsAScriptTheCounts() {
        Path file = folder.resolve("bus.db");
        Answer answer = whileSending("record", "--json", "--duration", "0.5", "-o", file.toString());

        assertThat(answer.out()).startsWith("{").contains("\"skipped\"").contains("\"type\" : \"geometry_msgs.Twist\"");
        assertThat(whileSending("record", "-o", file.toString()).err()).contains("exists already");
    }

    @Test
    void spyShowsTheStreamsAndTheirRates() {
        Answer answer = whileSending("spy", "--duration", "1");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .containsPattern("cmd_vel +geometry_msgs.Twist")
                .containsPattern("/resource_stats +untyped")
                .contains("none lost");
        assertThat(whileSending("spy", "--duration", "0.5", "--json").out())
                .contains("\"channel\" : \"/cmd_vel#geometry_msgs.Twist\"")
                .contains("\"hertz\"");
    }

    @Test
    void echoShowsMessages() {
        assertThat(whileSending("echo", "cmd_vel", "--count", "2").out().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"linear\":{\"x\":1.0"));
        assertThat(whileSending("echo", "cmd_vel", "--count", "1", "--json").out())
                .contains("\"stream\":\"cmd_vel\"")
                .contains("\"payload\":{\"linear\"");
    }

    @Test
    void echoSaysWhatThereIsInstead() {
        CompletableFuture<Answer> waiting = sending(() -> Answer.with(environment, "echo", "cmd_vle", "--count", "1"));
        long deadline = 200;
        for (int i = 0; i < deadline && !waiting.isDone(); i++) {
            other.send(i < deadline / 2 ? "/cmd_vel#geometry_msgs.Twist" : "/cmd_vle#geometry_msgs.Twist", TWIST);
            pause(50);
        }

        assertThat(waiting.join().err()).contains("nothing on 'cmd_vle' so far; did you mean 'cmd_vel'?");
    }

    @Test
    void mistakesAreSaid() {
        assertThat(Answer.to("echo", "x", "--count", "0").complaints())
                .containsExactly("dimos: --count 0 shows nothing; give a number from 1 on");
        assertThat(Answer.with(Map.of("LCM_DEFAULT_URL", "tcp://x"), "spy").complaints())
                .singleElement()
                .asString()
                .contains("'tcp://x' (LCM_DEFAULT_URL) is no URL of LCM");
        assertThat(Answer.to("doctor").complaints())
                .containsExactly("dimos: give either the name of a recording or --network");
        assertThat(Answer.with(environment, "doctor", "--network").complaints())
                .singleElement()
                .asString()
                .contains("messages stay within a process");
    }

    @Test
    void theNetworkIsExamined() {
        Answer answer = Answer.with(Map.of(), "doctor", "--network");

        assertThat(answer.out()).startsWith("LCM at udpm://239.255.76.67:7667?ttl=0");
        assertThat(Answer.with(Map.of(), "doctor", "--network", "--json").out()).contains("\"findings\"");
    }

    @Test
    void aRunPutsItsStreamsOnTheBusAndSaysWhatBecameOfThem() {
        Answer answer = Answer.with(environment, "run", "sim-basic", "--lcm", "odom", "imu", "--duration", "1");

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("lcm in and out:")
                .containsPattern("odom +lcm +[1-9]")
                .contains("none lost");
        assertThat(Answer.with(environment, "run", "sim-basic", "--lcm", "--plan")
                        .out())
                .contains("lcm in and out: ");
        assertThat(Answer.with(environment, "graph", "go2-nav").out())
                .contains("lcm in: lidar, odom, color_image, camera_info, imu, tf")
                .contains("lcm out: cmd_vel");
    }

    private Answer whileSending(String... args) {
        CompletableFuture<Answer> answer = sending(() -> Answer.with(environment, args));
        while (!answer.isDone()) {
            other.send("/cmd_vel#geometry_msgs.Twist", TWIST);
            other.send("/resource_stats", TWIST);
            pause(10);
        }
        return answer.join();
    }

    private static CompletableFuture<Answer> sending(Supplier<Answer> command) {
        return CompletableFuture.supplyAsync(command);
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
