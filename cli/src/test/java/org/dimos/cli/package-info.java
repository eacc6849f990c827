/** Tests of the program: {@link org.dimos.cli.Answer} runs a command line in this process and keeps what it wrote. */
@NullMarked
package org.dimos.cli;

import org.jspecify.annotations.NullMarked;
