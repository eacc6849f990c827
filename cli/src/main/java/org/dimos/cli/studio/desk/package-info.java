/** What takes time or has effects: opening, counting, saving, playing, recording. Each works on a thread of its own. */
@NullMarked
package org.dimos.cli.studio.desk;

import org.jspecify.annotations.NullMarked;
