package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A truth value. */
@LcmType("std_msgs.Bool")
public record BoolMessage(boolean data) {}
