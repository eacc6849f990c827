package org.dimos.core.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dimos.core.time.Timeline;

/** All streams of a graph and the rules of their opening and closing. */
public final class Bus {
    private final Gate gate = new Gate();
    private final Map<String, Channel<?>> channels = new TreeMap<>();
    private final List<ModuleThread> threads = new ArrayList<>();

    /**
     * The channel of a stream, made at the first call.
     *
     * @throws IllegalArgumentException if the stream is there with another type
     */
    public synchronized <T> Channel<T> channel(String stream, Class<T> type) {
        Channel<?> channel = channels.computeIfAbsent(stream, name -> new Channel<>(name, type, gate));
        if (channel.type() != type) {
            throw new IllegalArgumentException("stream '" + stream + "' carries "
                    + channel.type().getSimpleName() + ", not " + type.getSimpleName());
        }
        @SuppressWarnings("unchecked") // compared just above
        Channel<T> typed = (Channel<T>) channel;
        return typed;
    }

    /** Makes a module's place known, so that stopping waits for it. */
    public synchronized void register(ModuleThread thread) {
        threads.add(thread);
    }

    /**
     * From now on no receiver drops a message for want of room. For a source that waits until {@link #hasRoom}, and
     * until what follows from a message is handled, before it publishes the next.
     */
    public void becomeLossless() {
        gate.becomeLossless();
    }

    /** Whether everyone who takes every message has room for more. */
    public synchronized boolean hasRoom() {
        for (Channel<?> channel : channels.values()) {
            if (!channel.hasRoom()) {
                return false;
            }
        }
        return true;
    }

    /** Delivers what was published so far and lets messages flow. */
    public void open() {
        gate.open();
    }

    /** Runs a task once messages flow: now, at the opening, or never if that time is over. */
    public void whenOpen(Runnable task) {
        gate.whenOpen(task);
    }

    /**
     * Lets no timer and no outside thread publish any more, and waits until the modules have handled all that is on its
     * way, including what they publish in answer. Then the inputs complete, module by module in the order of
     * {@link #register}, so that what a module publishes on completion still reaches those after it.
     *
     * @param limit how long to wait; once a module has used it up, the others are not waited for much longer
     * @return whether everything was handled within the limit
     */
    public boolean drain(Timeline timeline, Duration limit) {
        for (ModuleThread thread : threads()) {
            thread.stopTimers();
        }
        gate.drain();
        Collection<Channel<?>> all = all();
        Quiescence quiescence = new Quiescence(threads(), () -> all.stream().allMatch(Channel::isIdle));
        Drain drain = new Drain(timeline, quiescence, limit);
        drain.await();
        forEachReceiver(timeline, Receiver::flush);
        drain.await();
        for (ModuleThread thread : threads()) {
            forEachReceiver(timeline, receiver -> {
                if (receiver.report().module().equals(thread.module())) {
                    receiver.complete();
                }
            });
            drain.await();
        }
        return drain.inTime();
    }

    /** Takes all receivers of a module out of their channels, for {@link #retire}. */
    public List<Receiver<?>> takeOut(String module) {
        List<Receiver<?>> receivers = new ArrayList<>();
        all().forEach(channel -> receivers.addAll(channel.takeOut(module)));
        return receivers;
    }

    /**
     * Lets a module end while the others go on: none of its timers fires any more, it handles what is on its way to it,
     * and its inputs complete.
     *
     * @param receivers those of its receivers that were taken out of their channels
     * @return whether everything was handled within the limit
     */
    public boolean retire(ModuleThread thread, List<Receiver<?>> receivers, Timeline timeline, Duration limit) {
        thread.stopTimers();
        Collection<Channel<?>> all = all();
        Quiescence quiescence =
                new Quiescence(List.of(thread), () -> all.stream().allMatch(Channel::isSettled));
        Drain drain = new Drain(timeline, quiescence, limit);
        drain.await();
        receivers.forEach(Receiver::flush);
        drain.await();
        receivers.forEach(Receiver::complete);
        drain.await();
        unregister(thread);
        return drain.inTime();
    }

    /** Forgets a module's place. */
    public synchronized void unregister(ModuleThread thread) {
        threads.remove(thread);
    }

    private void forEachReceiver(Timeline timeline, Consumer<Receiver<?>> step) {
        timeline.execute(() -> all().forEach(channel -> channel.receivers().forEach(step)));
    }

    /** Refuses all further messages. */
    public void close() {
        gate.close();
    }

    /** A line for each stream, sorted by name. */
    public List<StreamReport> report() {
        return all().stream().map(Channel::report).toList();
    }

    private synchronized Collection<Channel<?>> all() {
        return List.copyOf(channels.values());
    }

    private synchronized List<ModuleThread> threads() {
        return List.copyOf(threads);
    }
}
