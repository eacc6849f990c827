/** What a person does at the keyboard and with the mouse, made out of what a terminal sends. */
@NullMarked
package org.dimos.cli.studio.keys;

import org.jspecify.annotations.NullMarked;
