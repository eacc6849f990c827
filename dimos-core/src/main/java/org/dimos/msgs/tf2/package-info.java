/**
 * How the transforms between a robot's frames travel; they are collected in {@link org.dimos.core.tf.TransformBuffer}.
 * Each record is one LCM type; what its fields mean is what ROS says of the type of the same name.
 */
@NullMarked
package org.dimos.msgs.tf2;

import org.jspecify.annotations.NullMarked;
