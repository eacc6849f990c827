package org.dimos.core.message;

/** A message that says when its content was true. */
public interface Stamped {

    /** Nanoseconds since the Unix epoch; 0 for a message that carries no stamp. */
    long stampNanos();
}
