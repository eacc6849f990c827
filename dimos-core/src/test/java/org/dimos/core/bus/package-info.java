/** Tests of the in-process bus; {@link org.dimos.core.bus.VirtualBus} is what they run on. */
@NullMarked
package org.dimos.core.bus;

import org.jspecify.annotations.NullMarked;
