/**
 * How the program logs: {@link org.dimos.cli.log.QuietLogging} says what a person sees, {@link org.dimos.cli.log.RunLog}
 * keeps what a run had to say, {@link org.dimos.cli.log.LogReader} reads it.
 */
@NullMarked
package org.dimos.cli.log;

import org.jspecify.annotations.NullMarked;
