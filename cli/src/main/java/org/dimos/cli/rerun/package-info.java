/** What {@code dimos rerun} is made of: a process per replay, and an eye on the program's classes. */
@NullMarked
package org.dimos.cli.rerun;

import org.jspecify.annotations.NullMarked;
