/**
 * Bags of ROS 1, format 2.0. Start at {@link org.dimos.record.imports.ros1.Ros1Format}; a bag is read from front to back, without its
 * index, so that one which was never closed reads like any other.
 */
@NullMarked
package org.dimos.record.imports.ros1;

import org.jspecify.annotations.NullMarked;
