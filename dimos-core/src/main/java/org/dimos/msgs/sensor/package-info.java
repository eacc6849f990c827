/**
 * What sensors say. Start with {@link org.dimos.msgs.sensor.Image}, {@link org.dimos.msgs.sensor.PointCloud2} and
 * {@link org.dimos.msgs.sensor.Imu}.
 * Each record is one LCM type; what its fields mean is what ROS says of the type of the same name.
 */
@NullMarked
package org.dimos.msgs.sensor;

import org.jspecify.annotations.NullMarked;
