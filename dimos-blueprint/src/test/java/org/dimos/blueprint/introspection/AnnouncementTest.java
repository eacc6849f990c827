package org.dimos.blueprint.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.time.Timeline;
import org.dimos.record.rolling.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncementTest {
    private static final Settings ON_NO_NETWORK =
            Settings.none().withEnvironment(Map.of("LCM_DEFAULT_URL", "memq://announcement"));

    private final Graph graph = Pulse.blueprint().start(ON_NO_NETWORK, Timeline.virtual(new TestScheduler()));
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        graph.close();
    }

    private Announcement announce(String id) {
        return announce(id, folder);
    }

    private Announcement announce(String id, Path state) {
        return Announcement.of(
                graph, "pulse", id, Optional.empty(), new StateFolder(state), () -> stopped.complete(null));
    }

    private List<LiveRun> runs() {
        return new LiveRuns(new StateFolder(folder)).list();
    }

    @Test
    void aRunIsFoundAskedAndForgottenAtItsEnd() throws IOException {
        try (Announcement announcement = announce("one")) {
            assertThat(announcement.failure()).isEmpty();
            LiveRun run = runs().get(0);
            assertThat(run.id()).isEqualTo("one");
            assertThat(run.blueprint()).isEqualTo("pulse");
            assertThat(run.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(run.status().modules()).extracting(ModuleLoad::name).containsExactly("Pulse", "Ear");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("live"))))
                    .isEqualTo("rwx------");
        }
        assertThat(runs()).isEmpty();
        assertThat(folder.resolve("live")).isEmptyDirectory();
    }

    @Test
    void aRunIsAskedToStop() throws Exception {
        try (Announcement unused = announce("one")) {
            runs().get(0).stop();
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoStopsTheRunAtOnceStillAnswers() throws Exception {
        CompletableFuture<Announcement> self = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Announcement announcement = Announcement.of(
                graph,
                "pulse",
                "one",
                Optional.empty(),
                new StateFolder(folder),
                () -> closed.completeAsync(() -> {
                    self.join().close();
                    return null;
                }));
        self.complete(announcement);

        runs().get(0).stop();

        closed.get(20, TimeUnit.SECONDS);
        assertThat(runs()).isEmpty();
    }

    @Test
    void manyAskOverAndOver() {
        try (Announcement unused = announce("one")) {
            List<CompletableFuture<Void>> asking = IntStream.range(0, 8)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> {
                        try (LiveConnection connection = runs().get(0).connect()) {
                            for (int i = 0; i < 50; i++) {
                                assertThat(connection.status().modules()).hasSize(2);
                            }
                        }
                    }))
                    .toList();
            assertThat(asking).allSatisfy(each -> assertThat(each).succeedsWithin(java.time.Duration.ofSeconds(60)));
        }
    }

    @Test
    void whoIsSilentForLongestMakesRoom() {
        List<LiveConnection> silent = new ArrayList<>();
        try (Announcement unused = announce("one")) {
            LiveRun run = runs().get(0);
            for (int i = 0; i < 40; i++) {
                LiveConnection connection = run.connect();
                assertThat(connection.status().modules()).hasSize(2);
                silent.add(connection);
            }
            assertThatThrownBy(() -> silent.get(0).status()).hasMessageContaining("run one is gone");
            assertThat(silent.get(39).status().modules()).hasSize(2);
        } finally {
            silent.forEach(LiveConnection::close);
        }
    }

    @Test
    void whoNeverReadsHoldsUpNobody() throws IOException {
        try (Announcement announcement = announce("one");
                SocketChannel rude = connect(announcement)) {
            rude.configureBlocking(false);
            ByteBuffer questions = bytes("{\"do\": \"status\"}\n".repeat(20_000));
            int unusedCount = rude.write(questions);
            assertThat(runs().get(0).status().modules()).hasSize(2);
            unusedCount = rude.write(questions);
            assertThat(runs().get(0).status().modules()).hasSize(2);
        }
    }

    private static SocketChannel connect(Announcement announcement) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean unused = channel.connect(
                UnixDomainSocketAddress.of(announcement.entry().socket().orElseThrow()));
        return channel;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nonsenseIsAnsweredAndTheNextQuestionTaken() {
        try (Announcement unused = announce("one");
                LiveConnection connection = runs().get(0).connect()) {
            for (String nonsense : List.of("", "hello", "[1]", "{\"do\": 7}", "{", "[".repeat(60_000))) {
                assertThatThrownBy(() -> connection.ask(nonsense)).isInstanceOf(LiveRunException.class);
            }
            assertThatThrownBy(() -> connection.ask("{\"do\": \"dance\"}"))
                    .hasMessage("a run can 'status', 'share' and 'stop', not 'dance'");
            assertThatThrownBy(() -> connection.share(List.of())).hasMessageContaining("the names of streams");
            JsonNode answer = connection.ask("{\"do\": \"status\"}");
            assertThat(answer.path("run").path("id").asText()).isEqualTo("one");
        }
    }

    @Test
    void aLineThatIsTooLongEndsTheConnection() throws IOException {
        try (Announcement announcement = announce("one");
                SocketChannel endless = connect(announcement)) {
            ByteBuffer line = bytes("x".repeat(RunClient.LONGEST_LINE));
            while (line.hasRemaining()) {
                assertThat(endless.write(line)).isPositive();
            }
            ByteBuffer answer = ByteBuffer.allocate(1000);
            while (endless.read(answer) >= 0) {
                assertThat(answer.hasRemaining()).isTrue();
            }
            assertThat(new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8))
                    .contains("at most 65536 bytes");
            assertThat(runs().get(0).status().modules()).hasSize(2);
        }
    }

    @Test
    void aQuestionMayComeInPieces() throws IOException {
        try (Announcement announcement = announce("one");
                SocketChannel slow = connect(announcement)) {
            for (String piece : List.of("{\"do\"", ": \"sto", "p\"}", "\n")) {
                assertThat(slow.write(bytes(piece))).isPositive();
                assertThat(runs().get(0).status().modules()).hasSize(2);
            }
            assertThat(stopped).succeedsWithin(java.time.Duration.ofSeconds(10));
        }
    }

    @Test
    void aFolderWithALongPathHasItsSocketElsewhere() throws IOException {
        Path deep = folder.resolve("a".repeat(120)).resolve("b".repeat(120));
        Path socket;
        try (Announcement announcement = announce("one", deep)) {
            assertThat(announcement.failure()).isEmpty();
            socket = announcement.entry().socket().orElseThrow();
            LiveRun run = new LiveRuns(new StateFolder(deep)).list().get(0);
            assertThat(run.status().modules()).hasSize(2);
            assertThat(socket.toString().length()).isLessThan(100);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.resolveSibling(""))))
                    .isEqualTo("rwx------");
        }
        assertThat(socket).doesNotExist();
        assertThat(socket.getParent()).doesNotExist();
    }

    @Test
    void aRunThatCannotBeAnnouncedSaysWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (Announcement announcement = announce("one", file)) {
            assertThat(announcement.failure().orElseThrow()).contains(file.toString());
        }
        assertThat(file).hasContent("no folder");
    }

    @Test
    void runsAreFoundByIdBlueprintAndBeginning() {
        LiveRuns runs = new LiveRuns(new StateFolder(folder));
        try (Announcement first = announce("20260101-pulse-aaaa");
                Announcement second = announce("20260102-pulse-bbbb")) {
            assertThat(runs.named(first.entry().id())).hasSize(1);
            assertThat(runs.named("20260102"))
                    .extracting(LiveRun::id)
                    .containsExactly(second.entry().id());
            assertThat(runs.named("pulse")).hasSize(2);
            assertThat(runs.named("pul")).hasSize(2);
            assertThat(runs.named("other")).isEmpty();
        }
    }

    @Test
    void streamsAreSharedOnRequest() {
        try (Announcement unused = announce("one")) {
            LiveRun run = runs().get(0);
            assertThat(run.status().streams())
                    .allSatisfy(stream -> assertThat(stream.transports()).isEmpty());
            assertThat(run.share(List.of("be*"))).containsExactly("beat");
            assertThat(run.status().streams())
                    .filteredOn(stream -> stream.name().equals("beat"))
                    .allSatisfy(stream -> assertThat(stream.transports()).containsExactly("lcm"));
            assertThat(run.status().modules()).extracting(ModuleLoad::name).containsExactly("Pulse", "Ear");
        }
    }

    @Test
    void aStreamThatIsNotThereCannotBeShared() {
        try (Announcement unused = announce("one")) {
            assertThatThrownBy(() -> runs().get(0).share(List.of("beet")))
                    .hasMessageContaining("no stream of the blueprint matches 'beet'");
        }
    }
}
