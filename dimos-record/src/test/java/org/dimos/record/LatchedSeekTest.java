package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dimos.record.Played.await;
import static org.dimos.record.Played.millis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.record.Played.Message;
import org.dimos.record.replay.Loop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random seeks against a model that is a list. */
class LatchedSeekTest {
    private static final List<String> LATCHED = List.of("a/camera_info", "calibration", "mode", "tf_static");
    private static final long LENGTH = 10_000;

    @TempDir
    Path folder = Path.of("");

    private static TransformStamped mount(String child, long millis, double x) {
        return new TransformStamped(
                Header.of(Played.START + millis * Played.MS, "base"),
                child,
                new Transform(new Vector3(x, 0, 0), Quaternion.identity()));
    }

    /** Ten seconds in which everything changes at random times. */
    private static List<Message> messages(Random random) {
        List<Message> messages = new ArrayList<>();
        messages.add(new Message("odom", 0, -1L));
        messages.add(new Message("odom", LENGTH, -2L));
        for (long i = 0; i < 300; i++) {
            messages.add(new Message(random.nextBoolean() ? "odom" : "a/imu", random.nextInt((int) LENGTH), i));
        }
        for (long i = 0; i < 6; i++) {
            messages.add(new Message("a/camera_info", 1 + random.nextInt(9000), 1000 + i));
            messages.add(new Message("mode", 1 + random.nextInt(9000), 2000 + i));
        }
        messages.add(new Message("calibration", -5_000, 7L));
        messages.add(new Message("calibration", -5_000, 8L));
        for (int i = 0; i < 8; i++) {
            long millis = 1L + random.nextInt(9000);
            List<TransformStamped> mounts = new ArrayList<>();
            Set<String> children = new LinkedHashSet<>(random.ints(1 + random.nextInt(2), 0, 5)
                    .mapToObj(n -> "sensor" + n)
                    .toList());
            children.forEach(child -> mounts.add(mount(child, millis, random.nextInt(10))));
            messages.add(new Message("tf_static", millis, new TFMessage(mounts)));
        }
        messages.sort(Comparator.comparingLong(Message::millis));
        return messages;
    }

    private static List<Message> inOrder(List<Message> messages) {
        List<Message> sorted = new ArrayList<>(messages);
        sorted.sort(Comparator.comparingLong(Message::millis).thenComparing(Message::stream));
        return sorted;
    }

    /** What the model says is there at once: of each latched stream what held, under whatever time it was said. */
    private static Map<String, Object> held(List<Message> messages, long millis) {
        Map<String, Object> held = new LinkedHashMap<>();
        Map<String, TransformStamped> mounts = new LinkedHashMap<>();
        for (Message message : messages) {
            if (message.millis() < millis && LATCHED.contains(message.stream())) {
                held.put(message.stream(), message.payload());
                if (message.payload() instanceof TFMessage transforms) {
                    transforms.transforms().forEach(each -> mounts.put(each.childFrameId(), each));
                    held.put("tf_static", Set.copyOf(mounts.values()));
                }
            }
        }
        return held;
    }

    private static Object comparable(Object payload) {
        return payload instanceof TFMessage transforms ? Set.copyOf(transforms.transforms()) : payload;
    }

    private static void assertAsModel(Played played, List<Message> all, long position, String context) {
        List<Message> seen = played.takeSeen();
        Map<String, Object> held = held(all, position);
        Map<String, Object> first = new LinkedHashMap<>();
        seen.subList(0, held.size()).forEach(message -> first.put(message.stream(), comparable(message.payload())));
        assertThat(first).as(context).isEqualTo(held);
        assertThat(seen.subList(0, held.size())).as(context).allMatch(message -> message.millis() == position);
        List<Message> rest = seen.subList(held.size(), seen.size());
        List<Message> expected = inOrder(all).stream()
                .filter(message -> message.millis() >= position)
                .limit(rest.size())
                .toList();
        assertThat(rest).as(context).isEqualTo(expected);
    }

    @Test
    void twoHundredRandomSeeksGiveWhatTheModelSays() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        List<Message> all = messages(random);
        Recording recording = Played.record(folder.resolve("run.db"), all).latched("mode");
        try (Played played = new Played(recording.paused())) {
            for (int i = 0; i < 200; i++) {
                played.seen.clear();
                long position = random.nextInt((int) LENGTH);
                String context = "seek " + i + " to " + position + " ms, seed " + seed;
                await(played.player.seek(millis(position)));
                assertThat(played.takeSeen().stream().map(Message::stream))
                        .as(context)
                        .containsExactlyInAnyOrderElementsOf(held(all, position).keySet());
                await(played.player.seek(millis(position)));
                for (int step = random.nextInt(5); step > 0; step--) {
                    await(played.player.step());
                }
                assertAsModel(played, all, position, context);
            }
        }
    }

    @Test
    void everyRoundOfALoopBeginsWithWhatHolds() {
        long seed = 7;
        Random random = new Random(seed);
        List<Message> all = messages(random);
        Recording recording = Played.record(folder.resolve("run.db"), all).latched("mode");
        try (Played played = new Played(recording.paused())) {
            for (int i = 0; i < 50; i++) {
                long from = random.nextInt(8000);
                long to = from + 500 + random.nextInt(1000);
                await(played.player.seek(millis(to + 100)));
                played.seen.clear();
                await(played.player.loop(Loop.between(millis(from), millis(to))));
                await(played.player.speed(0.01));
                await(played.player.play());
                await(played.player.pause());
                await(played.player.loop(Loop.NONE));
                assertAsModel(played, all, from, "loop " + i + " from " + from + " to " + to + " ms, seed " + seed);
            }
        }
    }

    @Test
    void aLateStartBeginsWithWhatHolds() {
        long seed = 11;
        List<Message> all = messages(new Random(seed));
        Recording recording =
                Played.record(folder.resolve("run.db"), all).latched("mode").seek(millis(9_500));
        try (Played played = new Played(recording.paused())) {
            assertThat(played.takeSeen().stream().map(Message::stream)).containsExactlyInAnyOrderElementsOf(LATCHED);
        }
    }
}
