package org.dimos.cli.studio.state;

import java.util.OptionalLong;

/**
 * What the timeline shows.
 *
 * @param whole all there is
 * @param shown the part that is drawn
 * @param marks what is marked
 * @param anchor where the mouse button went down, while it is down
 * @param lanes what came when
 * @param heat what colours mean
 */
public record TimeView(Span whole, Span shown, Marks marks, OptionalLong anchor, Lanes lanes, Heat heat) {
    /** Of nothing. */
    public static final TimeView EMPTY =
            new TimeView(Span.NONE, Span.NONE, Marks.NONE, OptionalLong.empty(), Lanes.NONE, Heat.RATE);

    /** All of a span, with nothing marked. */
    public TimeView of(Span span) {
        return new TimeView(span, span, Marks.NONE, OptionalLong.empty(), Lanes.NONE, heat);
    }

    /** Shows another part. */
    public TimeView showing(Span part) {
        return new TimeView(whole, part, marks, anchor, lanes, heat);
    }

    /** With other marks. */
    public TimeView withMarks(Marks newMarks) {
        return new TimeView(whole, shown, newMarks, anchor, lanes, heat);
    }

    /** With the mouse button down, or up if there is no time. */
    public TimeView withAnchor(OptionalLong nanos) {
        return new TimeView(whole, shown, marks, nanos, lanes, heat);
    }

    /** With other lanes. */
    public TimeView withLanes(Lanes newLanes) {
        return new TimeView(whole, shown, marks, anchor, newLanes, heat);
    }

    /** With the other meaning of colours. */
    public TimeView withNextHeat() {
        return new TimeView(whole, shown, marks, anchor, lanes, heat.next());
    }

    /** Of a whole that has grown, all of it shown. */
    public TimeView grown(Span span, Lanes newLanes) {
        return new TimeView(span, span, marks, anchor, newLanes, heat);
    }
}
