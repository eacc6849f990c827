/**
 * Robot programs as values: a {@link org.dimos.blueprint.Blueprint} says which modules there are and how their streams
 * are named; recording and replaying it give blueprints again; {@link org.dimos.blueprint.Graph} is one that runs.
 */
@NullMarked
package org.dimos.blueprint;

import org.jspecify.annotations.NullMarked;
