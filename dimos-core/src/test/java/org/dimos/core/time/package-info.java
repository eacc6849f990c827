/** Tests of clocks and schedulers. */
@NullMarked
package org.dimos.core.time;

import org.jspecify.annotations.NullMarked;
