/**
 * What a module is written against: {@link org.dimos.core.RobotModule}, its ports {@link org.dimos.core.In} and
 * {@link org.dimos.core.Out}, and its {@link org.dimos.core.Clock}. Start here.
 */
@NullMarked
package org.dimos.core;

import org.jspecify.annotations.NullMarked;
