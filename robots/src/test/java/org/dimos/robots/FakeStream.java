package org.dimos.robots;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import io.reactivex.rxjava3.processors.PublishProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dimos.core.In;
import org.dimos.core.Out;

/** A stream that hands on at once, on the thread that publishes, and remembers everything. */
public final class FakeStream<T> implements In<T>, Out<T> {
    private final FlowableProcessor<T> processor = PublishProcessor.create();
    private final List<T> messages = new ArrayList<>();

    @Override
    public void publish(T message) {
        messages.add(message);
        processor.onNext(message);
    }

    /** Ends the stream, as a graph that stops does. */
    public void complete() {
        processor.onComplete();
    }

    /** What was published so far. */
    public List<T> messages() {
        return messages;
    }

    @Override
    public Flowable<T> all(int capacity) {
        return processor;
    }

    @Override
    public Flowable<T> latest() {
        return processor;
    }

    @Override
    public Flowable<T> sampled(Duration period) {
        return processor;
    }
}
