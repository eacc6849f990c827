package org.dimos.msgs.std;

import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/** A signed 8-bit integer. */
@LcmType("std_msgs.Byte")
public record ByteMessage(@LcmField(type = "int8_t") byte data) {}
