/**
 * What robots share: poses on the floor (metres and radians, x forward, y left, turning left is positive) and the points of
 * clouds.
 */
@NullMarked
package org.dimos.robots.geometry;

import org.jspecify.annotations.NullMarked;
