/** Tests of the logs of runs. */
@NullMarked
package org.dimos.cli.log;

import org.jspecify.annotations.NullMarked;
