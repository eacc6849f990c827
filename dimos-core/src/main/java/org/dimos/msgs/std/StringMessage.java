package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** A text. */
@LcmType("std_msgs.String")
public record StringMessage(String data) {

    public StringMessage {
        requireNonNull(data, "data is null");
    }
}
