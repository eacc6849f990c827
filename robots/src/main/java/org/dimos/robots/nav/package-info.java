/**
 * Mapping and driving for a mobile base with a lidar and odometry: {@link org.dimos.robots.nav.OccupancyMapper} draws the
 * map, {@link org.dimos.robots.nav.Explorer} drives, {@link org.dimos.robots.nav.Patrol} says where to.
 */
@NullMarked
package org.dimos.robots.nav;

import org.jspecify.annotations.NullMarked;
