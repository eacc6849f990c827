package org.dimos.blueprint;

import io.reactivex.rxjava3.exceptions.OnErrorNotImplementedException;
import io.reactivex.rxjava3.exceptions.UndeliverableException;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import org.dimos.core.bus.ModuleThread;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads errors that nobody handles in a module's streams to the graph, which names the module. Installed once. */
final class ErrorRouting implements Consumer<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorRouting.class);

    private final @Nullable Consumer<? super Throwable> next;

    private ErrorRouting(@Nullable Consumer<? super Throwable> next) {
        this.next = next;
    }

    static synchronized void install() {
        Consumer<? super Throwable> present = RxJavaPlugins.getErrorHandler();
        if (!(present instanceof ErrorRouting)) {
            RxJavaPlugins.setErrorHandler(new ErrorRouting(present));
        }
    }

    @Override
    public void accept(Throwable error) throws Throwable {
        boolean wrapped = error instanceof OnErrorNotImplementedException || error instanceof UndeliverableException;
        Throwable cause = error.getCause();
        Throwable original = wrapped && cause != null ? cause : error;
        if (ModuleThread.failCurrent(original)) {
            return;
        }
        if (next != null) {
            next.accept(error);
        } else {
            LOG.error("an error outside of any module", original);
        }
    }
}
