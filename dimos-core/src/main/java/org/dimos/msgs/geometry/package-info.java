/**
 * Points, rotations, poses, velocities and the transforms between frames, in metres, radians and seconds. Start with
 * {@link org.dimos.msgs.geometry.Pose} and {@link org.dimos.msgs.geometry.Transform}.
 * Each record is one LCM type; what its fields mean is what ROS says of the type of the same name.
 */
@NullMarked
package org.dimos.msgs.geometry;

import org.jspecify.annotations.NullMarked;
