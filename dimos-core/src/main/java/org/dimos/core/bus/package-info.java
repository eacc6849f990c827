/**
 * How a message travels inside a process: {@link org.dimos.core.bus.Bus} has a {@link org.dimos.core.bus.Channel} per
 * stream, which hands each {@link org.dimos.core.bus.Envelope} to the mailboxes of the modules that listen. For those
 * who run graphs, not for those who write modules.
 */
@NullMarked
package org.dimos.core.bus;

import org.jspecify.annotations.NullMarked;
