package org.dimos.msgs.std;

import org.dimos.core.message.LcmType;

/** A colour with opacity; each part from 0 to 1. */
@LcmType("std_msgs.ColorRGBA")
public record ColorRGBA(float r, float g, float b, float a) {}
