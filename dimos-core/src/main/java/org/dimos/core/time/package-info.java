/**
 * The time a graph runs in. A {@link org.dimos.core.time.Timeline} is a clock with the schedulers that follow it; start
 * there.
 */
@NullMarked
package org.dimos.core.time;

import org.jspecify.annotations.NullMarked;
