package org.dimos.core.bus;

/** What brings messages in from outside of the process. */
@FunctionalInterface
public interface Origin {

    /** Is told that a message from there is not what it says it is. Whoever should have got it goes on without it. */
    void undecodable(RuntimeException reason);
}
