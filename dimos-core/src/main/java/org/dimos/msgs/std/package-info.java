/**
 * Plain values, time and the {@link org.dimos.msgs.std.Header} that most other messages start with. Scalars are named {@code …Message} to
 * keep them apart from Java's own.
 * Each record is one LCM type; what its fields mean is what ROS says of the type of the same name.
 */
@NullMarked
package org.dimos.msgs.std;

import org.jspecify.annotations.NullMarked;
