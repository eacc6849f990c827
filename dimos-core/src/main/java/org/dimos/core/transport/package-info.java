/**
 * How encoded messages travel between processes: a {@link org.dimos.core.transport.Transport} sends and receives
 * {@link org.dimos.core.transport.Packet}s, whose channels are named as {@link org.dimos.core.transport.ChannelName}
 * says. Each transport is a package below this one.
 */
@NullMarked
package org.dimos.core.transport;

import org.jspecify.annotations.NullMarked;
