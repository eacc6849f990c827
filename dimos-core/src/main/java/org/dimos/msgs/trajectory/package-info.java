/**
 * Where joints should be when. Start with {@link org.dimos.msgs.trajectory.JointTrajectory}.
 * Each record is one LCM type; what its fields mean is what ROS says of the type of the same name.
 */
@NullMarked
package org.dimos.msgs.trajectory;

import org.jspecify.annotations.NullMarked;
