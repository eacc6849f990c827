/**
 * The frames of a robot over time. Modules feed {@link org.dimos.core.tf.TransformBuffer} with the messages of the
 * {@code tf} stream and ask it where one frame is in another at a stamp.
 */
@NullMarked
package org.dimos.core.tf;

import org.jspecify.annotations.NullMarked;
