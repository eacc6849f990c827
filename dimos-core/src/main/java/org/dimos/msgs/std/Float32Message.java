package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A 32-bit floating point number. */
@LcmType("std_msgs.Float32")
public record Float32Message(float data) {}
