package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** An unsigned 64-bit integer in the bits of a {@code long}; see {@link Long#toUnsignedString(long)}. */
@LcmType("std_msgs.UInt64")
public record UInt64Message(long data) {}
