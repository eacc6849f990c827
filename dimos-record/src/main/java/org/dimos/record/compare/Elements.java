package org.dimos.record.compare;

import java.util.Optional;
import java.util.function.IntFunction;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;

/**
 * What has a length and numbered elements.
 *
 * @param length how many there are
 * @param element gives one of them
 */
record Elements(int length, IntFunction<?> element) {

    static Optional<Elements> of(Object value) {
        if (value instanceof Bytes bytes) {
            return Optional.of(new Elements(bytes.length(), bytes::get));
        } else if (value instanceof Shorts shorts) {
            return Optional.of(new Elements(shorts.length(), shorts::get));
        } else if (value instanceof Ints ints) {
            return Optional.of(new Elements(ints.length(), ints::get));
        } else if (value instanceof Longs longs) {
            return Optional.of(new Elements(longs.length(), longs::get));
        } else if (value instanceof Floats floats) {
            return Optional.of(new Elements(floats.length(), floats::get));
        } else if (value instanceof Doubles doubles) {
            return Optional.of(new Elements(doubles.length(), doubles::get));
        }
        return Optional.empty();
    }

    Object get(int index) {
        return element.apply(index);
    }
}
