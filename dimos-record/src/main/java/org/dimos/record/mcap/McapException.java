package org.dimos.record.mcap;

import java.io.IOException;

/** Bytes that are not the MCAP records they should be; its message says why. */
public final class McapException extends IOException {
    private static final long serialVersionUID = 1L;

    public McapException(String message) {
        super(message);
    }
}
