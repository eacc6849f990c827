/** A tilting laser whose scans become point clouds; start at {@link org.dimos.robots.tilt.TiltCloudAssembler}. */
@NullMarked
package org.dimos.robots.tilt;

import org.jspecify.annotations.NullMarked;
