/**
 * Bags of ROS 2 kept in SQLite: one {@code .db3} file, or a folder of them with a {@code metadata.yaml}. Start at
 * {@link org.dimos.record.imports.rosbag2.Rosbag2Format}.
 */
@NullMarked
package org.dimos.record.imports.rosbag2;

import org.jspecify.annotations.NullMarked;
