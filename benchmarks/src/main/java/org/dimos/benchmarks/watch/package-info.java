/** A graph of many modules and streams, for those who watch it. */
@NullMarked
package org.dimos.benchmarks.watch;

import org.jspecify.annotations.NullMarked;
