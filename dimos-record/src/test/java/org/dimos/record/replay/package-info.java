/** Tests of playing in recorded time. */
@NullMarked
package org.dimos.record.replay;

import org.jspecify.annotations.NullMarked;
