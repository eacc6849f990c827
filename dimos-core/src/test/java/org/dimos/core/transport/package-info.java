/** Tests of {@code org.dimos.core.transport}. */
@NullMarked
package org.dimos.core.transport;

import org.jspecify.annotations.NullMarked;
