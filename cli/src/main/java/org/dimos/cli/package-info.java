/**
 * The {@code dimos} program. {@link org.dimos.cli.Dimos} is where it starts and lists the commands, one class each;
 * {@link org.dimos.cli.Catalog} finds the blueprints; {@link org.dimos.cli.Failures} turns exceptions into one line and
 * an exit code.
 */
@NullMarked
package org.dimos.cli;

import org.jspecify.annotations.NullMarked;
