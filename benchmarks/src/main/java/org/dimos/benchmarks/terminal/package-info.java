/** Programs on terminals, driven by keys and watched: start at {@link PseudoTerminal}. */
@NullMarked
package org.dimos.benchmarks.terminal;

import org.jspecify.annotations.NullMarked;
