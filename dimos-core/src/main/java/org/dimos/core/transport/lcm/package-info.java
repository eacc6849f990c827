/**
 * Messages over UDP multicast as LCM sends them: {@link org.dimos.core.transport.lcm.LcmTransport} is the transport,
 * {@link org.dimos.core.transport.lcm.LcmUrl} says where, {@link org.dimos.core.transport.lcm.NetworkCheck} what is
 * missing on this machine.
 */
@NullMarked
package org.dimos.core.transport.lcm;

import org.jspecify.annotations.NullMarked;
