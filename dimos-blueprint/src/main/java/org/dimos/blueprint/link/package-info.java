/**
 * Streams of a running graph on transports to other processes: {@link org.dimos.blueprint.link.Links} has all of a
 * graph, {@link org.dimos.blueprint.link.StreamLink} is one of them.
 */
@NullMarked
package org.dimos.blueprint.link;

import org.jspecify.annotations.NullMarked;
