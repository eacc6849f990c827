package org.dimos.msgs.sensor;

import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;

/**
 * Quality of a satellite fix: {@code status} -1 is no fix, 0 a fix, 1 and 2 an augmented one; {@code service} is a
 * bit set of systems.
 */
@LcmType("sensor_msgs.NavSatStatus")
public record NavSatStatus(@LcmField(type = "int8_t") byte status, short service) {}
