package org.dimos.msgs.vision;

import org.dimos.core.message.LcmType;

/** A point in a picture, in pixels. */
@LcmType("vision_msgs.Point2D")
public record Point2D(double x, double y) {}
