/**
 * Recordings that may be damaged: {@link org.dimos.record.repair.Doctor} says what is wrong with one,
 * {@link org.dimos.record.repair.Recovery} saves what can be read of it into a new one.
 */
@NullMarked
package org.dimos.record.repair;

import org.jspecify.annotations.NullMarked;
