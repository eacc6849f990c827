package org.dimos.core.bus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The account of a channel's audiences: what was sent to each receiver while it listened. Not safe to share. */
final class Attendance<T> {
    private final List<Audience<T>> leaving = new ArrayList<>();
    private final Map<Receiver<T>, Long> sentTo = new HashMap<>();
    private final Map<Receiver<T>, Long> droppedBefore = new HashMap<>();
    private final List<Receiver<T>> former = new ArrayList<>();
    private final Map<String, ReceiverReport> gone = new LinkedHashMap<>();
    private long sent;

    /** Another audience follows this one, which publishers may still be in. */
    void ended(Audience<T> audience, List<Receiver<T>> staying) {
        leaving.add(audience);
        audience.receivers().stream()
                .filter(receiver -> !staying.contains(receiver) && !(receiver instanceof HeldInput))
                .forEach(former::add);
        settle();
    }

    /** Notes messages that went to a receiver, or were dropped for it, before it was in an audience. */
    void account(Receiver<T> receiver, long sentToIt, long dropped) {
        sentTo.merge(receiver, sentToIt, Long::sum);
        droppedBefore.merge(receiver, dropped, Long::sum);
    }

    /** Whether no publisher is in an audience that was left behind. */
    boolean isIdle() {
        return leaving.stream().allMatch(Audience::isIdle);
    }

    /** Messages sent to all audiences before the present one. */
    long sent() {
        return sent + leaving.stream().mapToLong(Audience::sent).sum();
    }

    /** One report for each who listens or has listened. */
    List<ReceiverReport> reports(Audience<T> present) {
        settle();
        List<ReceiverReport> reports = new ArrayList<>(gone.values());
        for (Receiver<T> receiver : former) {
            reports.add(report(receiver, present));
        }
        for (Receiver<T> receiver : present.receivers()) {
            if (!(receiver instanceof HeldInput)) {
                reports.add(report(receiver, present));
            }
        }
        return reports;
    }

    private ReceiverReport report(Receiver<T> receiver, Audience<T> present) {
        long offered = sentTo.getOrDefault(receiver, 0L) + sentTo(receiver, present);
        for (Audience<T> audience : leaving) {
            offered += sentTo(receiver, audience);
        }
        return receiver.report()
                .plusDropped(droppedBefore.getOrDefault(receiver, 0L))
                .outOf(offered);
    }

    private static <T> long sentTo(Receiver<T> receiver, Audience<T> audience) {
        return audience.receivers().contains(receiver) ? audience.sent() : 0;
    }

    /** Keeps only numbers of those who are gone for good, so that coming and going costs no memory. */
    private void settle() {
        leaving.removeIf(this::settled);
        former.removeIf(this::settled);
    }

    private boolean settled(Audience<T> audience) {
        if (!audience.isIdle()) {
            return false;
        }
        sent += audience.sent();
        audience.receivers().forEach(receiver -> sentTo.merge(receiver, audience.sent(), Long::sum));
        return true;
    }

    private boolean settled(Receiver<T> receiver) {
        boolean stillServed =
                leaving.stream().anyMatch(audience -> audience.receivers().contains(receiver));
        ReceiverReport report = receiver.report();
        if (stillServed || report.waiting() > 0) {
            return false;
        }
        long offered = taken(sentTo, receiver);
        long dropped = taken(droppedBefore, receiver);
        gone.merge(
                report.module() + " " + report.delivery(),
                report.plusDropped(dropped).outOf(offered),
                ReceiverReport::plus);
        return true;
    }

    private static <K> long taken(Map<K, Long> numbers, K key) {
        Long number = numbers.remove(key);
        return number == null ? 0 : number;
    }
}
