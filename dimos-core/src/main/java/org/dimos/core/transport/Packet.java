package org.dimos.core.transport;

import org.dimos.core.array.Bytes;

/**
 * A message as it travels between processes, not decoded.
 *
 * @param channel what it was sent on, such as {@code /lidar#sensor_msgs.PointCloud2}
 * @param payload the encoded message
 * @param receptionNanos when it came in, in nanoseconds since the epoch
 */
public record Packet(String channel, Bytes payload, long receptionNanos) {}
