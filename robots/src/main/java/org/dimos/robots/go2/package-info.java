/**
 * The Unitree Go2, driven by Python dimos: {@link org.dimos.robots.go2.Go2Connection} is what of it is on LCM,
 * {@link org.dimos.robots.go2.Go2Blueprints} what can be done with that.
 */
@NullMarked
package org.dimos.robots.go2;

import org.jspecify.annotations.NullMarked;
