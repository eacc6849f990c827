/**
 * What detectors find in pictures and point clouds. Start with {@link org.dimos.msgs.vision.Detection2DArray}.
 * Each record is one LCM type; what its fields mean is what ROS says of the type of the same name.
 */
@NullMarked
package org.dimos.msgs.vision;

import org.jspecify.annotations.NullMarked;
