/** Tests of how running graphs are shown. */
@NullMarked
package org.dimos.cli.live;

import org.jspecify.annotations.NullMarked;
