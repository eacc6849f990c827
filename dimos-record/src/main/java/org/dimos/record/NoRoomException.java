package org.dimos.record;

/** There is no room for a transaction now, though there may be for a later one; its message is the reason of the loss. */
public final class NoRoomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoRoomException(String reason) {
        super(reason);
    }
}
