package org.dimos.msgs.sensor;

import org.dimos.core.message.LcmType;

/** Feedback of a joystick: {@code type} 0 is an LED, 1 rumble, 2 a buzzer; intensity from 0 to 1. */
@LcmType("sensor_msgs.JoyFeedback")
public record JoyFeedback(byte type, byte id, float intensity) {}
