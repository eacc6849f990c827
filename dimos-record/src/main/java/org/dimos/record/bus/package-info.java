/**
 * What other processes send, recorded from outside: {@link org.dimos.record.bus.BusRecorder} keeps the bytes they send
 * as they are; {@link org.dimos.record.bus.WireForm} is how messages look on their way.
 */
@NullMarked
package org.dimos.record.bus;

import org.jspecify.annotations.NullMarked;
