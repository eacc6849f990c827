package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A 64-bit floating point number. */
@LcmType("std_msgs.Float64")
public record Float64Message(double data) {}
