/** Tests of {@code org.dimos.core.transport.memory}. */
@NullMarked
package org.dimos.core.transport.memory;

import org.jspecify.annotations.NullMarked;
