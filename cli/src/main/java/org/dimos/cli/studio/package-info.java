/**
 * The terminal editor {@code dimos studio}. {@link org.dimos.cli.studio.state.StudioState} is all that is known and
 * changes only by pure steps, which {@link org.dimos.cli.studio.state.Action} lists with their keys;
 * {@link org.dimos.cli.studio.view.StudioView} draws it; {@link org.dimos.cli.studio.Studio} runs it on a terminal.
 */
@NullMarked
package org.dimos.cli.studio;

import org.jspecify.annotations.NullMarked;
