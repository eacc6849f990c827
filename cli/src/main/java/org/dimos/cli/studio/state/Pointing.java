package org.dimos.cli.studio.state;

import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.cli.studio.keys.Input.Gesture;
import org.dimos.cli.studio.keys.Input.Mouse;

/** The steps of the mouse. */
final class Pointing {
    private static final int LINES_A_TURN = 3;

    private Pointing() {}

    static Next mouse(StudioState state, Mouse mouse) {
        Layout layout = Layout.of(state);
        boolean inTime = layout.isTime(mouse.column(), mouse.row());
        if (mouse.gesture() == Gesture.WHEEL_UP || mouse.gesture() == Gesture.WHEEL_DOWN) {
            return wheel(state, mouse, layout, inTime);
        } else if (mouse.gesture() == Gesture.RELEASE) {
            return Next.of(state.with(state.time().withAnchor(OptionalLong.empty())));
        } else if (mouse.gesture() == Gesture.DRAG) {
            return drag(state, layout.nanosAt(state.time().shown(), mouse.column()));
        }
        return inTime ? press(state, mouse, layout) : tree(state, mouse, layout);
    }

    private static Next wheel(StudioState state, Mouse mouse, Layout layout, boolean inTime) {
        boolean up = mouse.gesture() == Gesture.WHEEL_UP;
        if (!inTime) {
            return Selecting.move(state, up ? -LINES_A_TURN : LINES_A_TURN);
        } else if (mouse.control()) {
            return Viewing.scroll(state, !up);
        }
        return Viewing.zoom(state, up, layout.nanosAt(state.time().shown(), mouse.column()));
    }

    private static Next press(StudioState state, Mouse mouse, Layout layout) {
        long nanos = layout.nanosAt(state.time().shown(), mouse.column());
        StudioState pressed = state.with(state.time().withAnchor(OptionalLong.of(nanos)));
        Optional<Integer> row = layout.rowAt(state.outline(), mouse.row());
        StudioState pointed =
                row.map(index -> pressed.with(pressed.outline().at(index))).orElse(pressed);
        return state.live().isPresent() ? Next.of(pointed) : Playing.seek(pointed, nanos);
    }

    private static Next drag(StudioState state, long nanos) {
        OptionalLong anchor = state.anchor();
        if (anchor.isEmpty() || anchor.getAsLong() == nanos || state.live().isPresent()) {
            return Next.of(state);
        }
        Span whole = state.time().whole();
        Marks marks = Marks.between(anchor.getAsLong(), whole.nearest(nanos));
        return Next.of(state.with(state.time().withMarks(marks)));
    }

    private static Next tree(StudioState state, Mouse mouse, Layout layout) {
        return layout.rowAt(state.outline(), mouse.row())
                .map(index -> Next.of(
                        state.with(state.outline().at(index).toggled(index).focused(true))))
                .orElseGet(() -> Next.of(state));
    }
}
