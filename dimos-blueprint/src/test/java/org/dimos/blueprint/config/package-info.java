/** Tests of the layers of configuration. */
@NullMarked
package org.dimos.blueprint.config;

import org.jspecify.annotations.NullMarked;
