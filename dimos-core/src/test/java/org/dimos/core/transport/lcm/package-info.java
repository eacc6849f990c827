/** Tests of {@code org.dimos.core.transport.lcm}. */
@NullMarked
package org.dimos.core.transport.lcm;

import org.jspecify.annotations.NullMarked;
