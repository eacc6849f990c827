/** How the program logs: {@link org.dimos.cli.log.QuietLogging}. */
@NullMarked
package org.dimos.cli.log;

import org.jspecify.annotations.NullMarked;
