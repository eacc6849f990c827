package org.dimos.core.message;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;

/** How values that are no records look in JSON: bytes as base64, numbers as arrays, times and durations as ISO 8601. */
final class JsonTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    JsonTypes() {
        super("dimos");
        add(Bytes.class, byte[].class, Bytes::toArray, Bytes::wrap);
        add(Shorts.class, short[].class, Shorts::toArray, Shorts::wrap);
        add(Ints.class, int[].class, Ints::toArray, Ints::wrap);
        add(Longs.class, long[].class, Longs::toArray, Longs::wrap);
        add(Floats.class, float[].class, Floats::toArray, Floats::wrap);
        add(Doubles.class, double[].class, Doubles::toArray, Doubles::wrap);
        add(Duration.class, String.class, Duration::toString, Duration::parse);
        add(Instant.class, String.class, Instant::toString, Instant::parse);
    }

    private <J, S> void add(Class<J> type, Class<S> stored, Function<J, S> store, Function<S, J> restore) {
        addSerializer(type, new StdDelegatingSerializer(type, new Conversion<>(type, stored, store)));
        addDeserializer(type, new StdDelegatingDeserializer<>(new Conversion<>(stored, type, restore)));
    }

    private record Conversion<A, B>(Class<A> from, Class<B> to, Function<A, B> function) implements Converter<A, B> {

        @Override
        public B convert(A value) {
            return function.apply(value);
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return types.constructType(from);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructType(to);
        }
    }
}
