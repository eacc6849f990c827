package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A message without content: that it came is all it says. */
@LcmType("std_msgs.Empty")
public record EmptyMessage() {}
