package org.dimos.msgs.sensor;

import org.dimos.core.message.LcmType;

/** A rectangle within a picture, in pixels; all zero means the whole picture. */
@LcmType("sensor_msgs.RegionOfInterest")
public record RegionOfInterest(int xOffset, int yOffset, int height, int width, boolean doRectify) {}
