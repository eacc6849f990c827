package org.dimos.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The LCM codec: one message to bytes, and bytes to one message. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {

    /** What is encoded and decoded. */
    public enum Sample {
        TWIST,
        CLOUD,
        IMAGE;

        Object message() {
            return switch (this) {
                case TWIST -> Samples.twist();
                case CLOUD -> Samples.cloud();
                case IMAGE -> Samples.image();
            };
        }
    }

    @Param
    private Sample sample = Sample.TWIST;

    private Encoding<?> encoding = Encoding.of(Samples.twist());

    @Setup
    public void prepare() {
        encoding = Encoding.of(sample.message());
    }

    @Benchmark
    public Bytes encode() {
        return encoding.encode();
    }

    @Benchmark
    public Object decode() {
        return encoding.decode();
    }

    private record Encoding<T>(MessageCodec<T> codec, T message, Bytes bytes) {

        static <T> Encoding<T> of(T message) {
            @SuppressWarnings("unchecked") // a record's class is its own type
            MessageCodec<T> codec = MessageCodecs.of((Class<T>) message.getClass());
            return new Encoding<>(codec, message, codec.encode(message));
        }

        Bytes encode() {
            return codec.encode(message);
        }

        T decode() {
            return codec.decode(bytes);
        }
    }
}
