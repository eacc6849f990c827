package org.dimos.record;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made once, when first asked for. */
final class Lazy<T> {
    private @Nullable Supplier<? extends T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<? extends T> maker) {
        this.maker = requireNonNull(maker, "maker is null");
    }

    static <T> Lazy<T> of(T value) {
        Lazy<T> lazy = new Lazy<>(() -> value);
        lazy.get();
        return lazy;
    }

    T get() {
        T known = value;
        return known != null ? known : make();
    }

    private synchronized T make() {
        T known = value;
        if (known == null) {
            known = requireNonNull(requireNonNull(maker, "maker is null").get(), "value is null");
            value = known;
            maker = null;
        }
        return known;
    }
}
