/** Tests of segments, limits and runs. */
@NullMarked
package org.dimos.record.rolling;

import org.jspecify.annotations.NullMarked;
