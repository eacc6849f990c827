package org.dimos.msgs.tf2;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** Why a transform could not be had; 0 is no error. */
@LcmType("tf2_msgs.TF2Error")
public record TF2Error(byte error, String errorString) {

    public TF2Error {
        requireNonNull(errorString, "errorString is null");
    }
}
