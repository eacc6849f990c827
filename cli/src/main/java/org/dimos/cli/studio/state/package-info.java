/** What the editor knows, as immutable values, and the pure steps by which it changes. Begin with StudioState and Action. */
@NullMarked
package org.dimos.cli.studio.state;

import org.jspecify.annotations.NullMarked;
