package org.dimos.core.bus;

import java.util.Collection;
import java.util.List;

/** Finds out whether nothing is on its way any more: two looks in a row at idle modules between which none did anything. */
final class Quiescence {
    private final List<ModuleThread> threads;
    private final Collection<Channel<?>> channels;
    private long handledBefore = -1;

    Quiescence(List<ModuleThread> threads, Collection<Channel<?>> channels) {
        this.threads = threads;
        this.channels = channels;
    }

    boolean isReached() {
        boolean idle =
                channels.stream().allMatch(Channel::isIdle) && threads.stream().allMatch(ModuleThread::isIdle);
        long handled = threads.stream().mapToLong(ModuleThread::handled).sum();
        boolean unchanged = handled == handledBefore;
        handledBefore = handled;
        return idle && unchanged;
    }
}
