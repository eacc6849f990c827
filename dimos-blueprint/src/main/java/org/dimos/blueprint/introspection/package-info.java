/**
 * A running graph as it is seen from outside. {@link org.dimos.blueprint.introspection.GraphStatus} is what can be
 * seen; an {@link org.dimos.blueprint.introspection.Announcement} lets other processes see it, who find the runs of a
 * user with {@link org.dimos.blueprint.introspection.LiveRuns}.
 */
@NullMarked
package org.dimos.blueprint.introspection;

import org.jspecify.annotations.NullMarked;
