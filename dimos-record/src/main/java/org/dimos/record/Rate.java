package org.dimos.record;

/**
 * How often messages came, in hertz.
 *
 * @param min from the longest pause between two messages
 * @param mean over the whole stream
 * @param max from the shortest time between two messages of different stamps
 */
public record Rate(double min, double mean, double max) {}
