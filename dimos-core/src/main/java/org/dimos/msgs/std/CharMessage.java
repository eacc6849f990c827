package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** One byte of text. */
@LcmType("std_msgs.Char")
public record CharMessage(byte data) {}
