/** The modules of the tests' blueprints. */
@NullMarked
package org.dimos.cli.testing;

import org.jspecify.annotations.NullMarked;
