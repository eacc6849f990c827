/**
 * How the program writes: {@link org.dimos.cli.text.Terminal} is where to, {@link org.dimos.cli.text.Table} lays out
 * columns, {@link org.dimos.cli.text.Format} writes numbers.
 */
@NullMarked
package org.dimos.cli.text;

import org.jspecify.annotations.NullMarked;
