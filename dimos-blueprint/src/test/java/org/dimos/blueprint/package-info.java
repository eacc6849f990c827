/** Tests of blueprints; {@link org.dimos.blueprint.Toys} has the modules they are made of. */
@NullMarked
package org.dimos.blueprint;

import org.jspecify.annotations.NullMarked;
