package org.dimos.core.transport.lcm;

import java.net.SocketAddress;
import java.nio.ByteBuffer;

/**
 * A datagram that came.
 *
 * @param bytes what is in it
 * @param sender who sent it
 * @param nanos when it came
 */
record Arrival(ByteBuffer bytes, SocketAddress sender, long nanos) {}
