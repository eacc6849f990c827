/** What the tests of the editor share. */
@NullMarked
package org.dimos.cli.studio.testing;

import org.jspecify.annotations.NullMarked;
