package org.dimos.cli.studio.desk;

import java.util.function.BooleanSupplier;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Lanes;
import org.dimos.cli.studio.state.Span;

/** Counts messages for lanes. */
@FunctionalInterface
public interface LaneCounter {

    /**
     * What came in a span of a recording as it is stored.
     *
     * @param bins into how many bins of the same length
     * @param outdated whether nobody wants to know any more; what is answered then has no meaning
     */
    Lanes count(Document document, Span span, int bins, BooleanSupplier outdated);
}
