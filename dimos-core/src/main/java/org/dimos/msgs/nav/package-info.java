/**
 * Where the robot is, what the ground looks like and where to go: odometry, maps and paths.
 * Each record is one LCM type; what its fields mean is what ROS says of the type of the same name.
 */
@NullMarked
package org.dimos.msgs.nav;

import org.jspecify.annotations.NullMarked;
