/** Running graphs as the program shows them: {@link org.dimos.cli.live.Rates} is what happens between two looks. */
@NullMarked
package org.dimos.cli.live;

import org.jspecify.annotations.NullMarked;
