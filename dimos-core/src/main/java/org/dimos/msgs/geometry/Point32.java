package org.dimos.msgs.geometry;

import org.dimos.core.message.LcmType;

/** A position in m, in single precision. */
@LcmType("geometry_msgs.Point32")
public record Point32(float x, float y, float z) {}
