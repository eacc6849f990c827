package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A signed 32-bit integer. */
@LcmType("std_msgs.Int32")
public record Int32Message(int data) {}
