package org.dimos.record;

import org.dimos.core.bus.Envelope;

/**
 * A message in the queue.
 *
 * @param size how much of the queue's room it takes
 */
record Waiting(Envelope<?> message, int size) {}
