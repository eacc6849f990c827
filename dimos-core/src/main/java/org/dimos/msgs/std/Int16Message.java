package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A signed 16-bit integer. */
@LcmType("std_msgs.Int16")
public record Int16Message(short data) {}
