/**
 * A simulated mobile base in an office. {@link org.dimos.robots.sim.SimConnection} is the module, as a driver would be;
 * {@link org.dimos.robots.sim.Simulation} is the robot without a graph, {@link org.dimos.robots.sim.Office} the place it
 * drives in. Everything follows from the seed, the commands and the number of steps.
 */
@NullMarked
package org.dimos.robots.sim;

import org.jspecify.annotations.NullMarked;
