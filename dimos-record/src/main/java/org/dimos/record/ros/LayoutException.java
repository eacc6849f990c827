package org.dimos.record.ros;

/** A definition that is not the layout of the record it should be, or no definition; its message says why. */
public final class LayoutException extends Exception {
    private static final long serialVersionUID = 1L;

    public LayoutException(String message) {
        super(message);
    }
}
