/**
 * The configuration of modules: {@link org.dimos.blueprint.config.Settings} is what a user sets from outside,
 * {@link org.dimos.blueprint.config.ConfigBinder} turns all layers into a module's {@code Config} record.
 */
@NullMarked
package org.dimos.blueprint.config;

import org.jspecify.annotations.NullMarked;
