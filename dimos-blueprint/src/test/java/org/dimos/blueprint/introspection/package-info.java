/** Tests of how a graph is seen from outside. */
@NullMarked
package org.dimos.blueprint.introspection;

import org.jspecify.annotations.NullMarked;
