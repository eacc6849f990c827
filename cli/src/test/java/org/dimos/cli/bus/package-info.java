/** Graphs and the tools of LCM in processes of their own, in a network of their own. */
@NullMarked
package org.dimos.cli.bus;

import org.jspecify.annotations.NullMarked;
