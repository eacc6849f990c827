/** A transport without a network: {@link org.dimos.core.transport.memory.MemoryTransport}. */
@NullMarked
package org.dimos.core.transport.memory;

import org.jspecify.annotations.NullMarked;
