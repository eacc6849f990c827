package org.dimos.core.bus;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Finds out whether nothing is on its way any more: two looks in a row at idle modules between which none did anything. */
final class Quiescence {
    private final List<ModuleThread> threads;
    private final BooleanSupplier noneBeingPublished;
    private long handledBefore = -1;

    Quiescence(List<ModuleThread> threads, BooleanSupplier noneBeingPublished) {
        this.threads = threads;
        this.noneBeingPublished = noneBeingPublished;
    }

    boolean isReached() {
        boolean idle = noneBeingPublished.getAsBoolean() && threads.stream().allMatch(ModuleThread::isIdle);
        long handled = threads.stream().mapToLong(ModuleThread::handled).sum();
        boolean unchanged = handled == handledBefore;
        handledBefore = handled;
        return idle && unchanged;
    }
}
