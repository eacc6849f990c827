/** Immutable arrays of primitive values, compared by content: what messages carry in bulk. */
@NullMarked
package org.dimos.core.array;

import org.jspecify.annotations.NullMarked;
