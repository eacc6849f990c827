package org.dimos.cli.studio.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dimos.cli.studio.keys.Input.Gesture;
import org.dimos.cli.studio.keys.Input.Mouse;
import org.dimos.cli.studio.keys.Input.Paste;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {
    private final KeyDecoder decoder = new KeyDecoder();

    private List<Input> decode(String sent) {
        List<Input> inputs = new ArrayList<>();
        sent.chars().forEach(character -> inputs.addAll(decoder.accept((char) character)));
        return inputs;
    }

    private List<String> keys(String sent) {
        return decode(sent).stream().map(input -> ((Input.Key) input).name()).toList();
    }

    @Test
    void lettersAreThemselvesAndControlsHaveNames() {
        assertThat(keys("aU?[ \r\n\t\u007f\u0013\u0003"))
                .containsExactly("a", "U", "?", "[", "space", "enter", "enter", "tab", "backspace", "ctrl-s", "ctrl-c");
    }

    @Test
    void specialKeysAreKnownInAllWaysThatTerminalsSendThem() {
        assertThat(keys("\033[D\033OC\033[A\033OB")).containsExactly("left", "right", "up", "down");
        assertThat(keys("\033[H\033OH\033[1~\033[7~\033[F\033[4~"))
                .containsExactly("home", "home", "home", "home", "end", "end");
        assertThat(keys("\033[5~\033[6~\033[3~\033[Z")).containsExactly("page-up", "page-down", "delete", "shift-tab");
        assertThat(keys("\033[1;2D\033[1;5C\033[5;3~")).containsExactly("shift-left", "ctrl-right", "alt-page-up");
    }

    @Test
    void escapeAloneIsAKeyWhenNothingMoreComes() {
        assertThat(decode("\033")).isEmpty();
        assertThat(decoder.isWaiting()).isTrue();
        assertThat(decoder.timeout()).containsExactly(new Input.Key("escape"));
        assertThat(decoder.isWaiting()).isFalse();
        assertThat(decoder.timeout()).isEmpty();
    }

    @Test
    void escapeBeforeAnotherKeyIsTwoKeys() {
        assertThat(keys("\033q")).containsExactly("escape", "q");
        assertThat(keys("\033\033[C")).containsExactly("escape", "right");
    }

    @Test
    void theMouseIsCountedFromZero() {
        assertThat(decode("\033[<0;1;1M\033[<32;10;5M\033[<0;10;5m\033[<64;3;4M\033[<81;3;4M"))
                .containsExactly(
                        new Mouse(Gesture.PRESS, 0, 0, false),
                        new Mouse(Gesture.DRAG, 9, 4, false),
                        new Mouse(Gesture.RELEASE, 9, 4, false),
                        new Mouse(Gesture.WHEEL_UP, 2, 3, false),
                        new Mouse(Gesture.WHEEL_DOWN, 2, 3, true));
    }

    @Test
    void whatNobodyKnowsIsNothing() {
        assertThat(decode("\033[<2;1;1M\033[<;1;1M\033[<1M\033[99~\033[?1;2c\033[15~\0"))
                .isEmpty();
        assertThat(keys("a")).containsExactly("a");
    }

    @Test
    void pastedTextIsNoKeys() {
        assertThat(decode("\033[200~q\rx/y.db\033[201~")).containsExactly(new Paste("q\rx/y.db"));
        assertThat(keys("q")).containsExactly("q");
    }

    @Test
    void lettersOutsideOfTheFirstPlaneAreOneKey() {
        assertThat(keys("é😀")).containsExactly("é", "😀");
        assertThat(new Input.Key("😀").isText()).isTrue();
    }

    @Test
    void randomCharactersNeverStopItNorFillIt() {
        long seed = 20261121;
        Random random = new Random(seed);
        char[] often = {'\033', '[', '<', ';', '0', '2', '~', 'M', 'O', 'a'};
        for (int i = 0; i < 200_000; i++) {
            char next = random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : often[random.nextInt(often.length)];
            var unused = decoder.accept(next);
        }
        var unusedEnd = decode("\033[201~");
        var unusedRest = decoder.timeout();
        assertThat(keys("q")).as("seed %d", seed).endsWith("q");
    }
}
