package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A signed 64-bit integer. */
@LcmType("std_msgs.Int64")
public record Int64Message(long data) {}
