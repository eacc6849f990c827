package org.dimos.cli.studio.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Action;
import org.dimos.cli.studio.state.Action.Group;

/** Draws the help, which is the list of actions. */
final class HelpPane {
    private static final Map<String, String> SIGNS = Map.of("left", "←", "right", "→", "up", "↑", "down", "↓");
    private static final int WIDTH = 58;
    private static final int KEYS = 24;
    private static final List<String> MOUSE = List.of(
            "click          goes to that time; on a box checks it",
            "drag           marks a part",
            "wheel          zooms; with ctrl scrolls");

    private record Line(String text, Style style) {}

    private HelpPane() {}

    static void draw(Screen screen, int top) {
        boolean wide = screen.size().columns() >= 2 * WIDTH + 6;
        List<Line> left = new ArrayList<>(lines(Group.PLAY));
        List<Line> right = new ArrayList<>();
        left.addAll(lines(Group.EDIT));
        (wide ? right : left).addAll(lines(Group.LOOK));
        (wide ? right : left).addAll(mouse());
        int length = Math.max(left.size(), right.size());
        Box box = Box.centred(
                screen,
                wide ? 2 * WIDTH + 4 : WIDTH + 4,
                Math.min(length + 2, screen.size().rows() - 2));
        int room = box.height() - 2;
        int first = Math.max(0, Math.min(top, length - room));
        box.draw(screen, first + room < length || first > 0 ? "keys (↑ ↓ for more)" : "keys");
        for (int i = 0; i < room; i++) {
            put(screen, box, i, 0, left, first + i);
            put(screen, box, i, WIDTH, right, first + i);
        }
    }

    private static void put(Screen screen, Box box, int line, int indent, List<Line> lines, int index) {
        if (index < lines.size()) {
            Line each = lines.get(index);
            int room = Math.min(WIDTH - 2, box.width() - 4 - indent);
            screen.field(box.left() + 2 + indent, box.top() + 1 + line, room, each.text(), each.style());
        }
    }

    private static List<Line> lines(Group group) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(group.title(), Theme.MODULE));
        Arrays.stream(Action.values())
                .filter(action -> action.group() == group)
                .forEach(action -> lines.add(new Line(text(action), Theme.TEXT)));
        lines.add(new Line("", Theme.TEXT));
        return lines;
    }

    private static List<Line> mouse() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Mouse", Theme.MODULE));
        MOUSE.forEach(line -> lines.add(new Line("  " + line, Theme.TEXT)));
        return lines;
    }

    private static String text(Action action) {
        List<String> keys = action.keys().stream()
                .map(key -> key.replaceFirst("(?<=shift-)left", "←").replaceFirst("(?<=shift-)right", "→"))
                .map(key -> SIGNS.getOrDefault(key, key))
                .toList();
        String names = "  " + String.join(" ", keys);
        return names + " ".repeat(Math.max(1, KEYS - 6 - Screen.width(names))) + action.description();
    }
}
