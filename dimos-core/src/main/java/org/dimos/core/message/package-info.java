/**
 * What a message is to the framework: any immutable record. {@link org.dimos.core.message.MessageCodec} turns one into
 * bytes and back, {@link org.dimos.core.message.MessageCodecs} finds the codec of a type by class, by name or by
 * fingerprint. The records themselves are in {@code org.dimos.msgs}.
 */
@NullMarked
package org.dimos.core.message;

import org.jspecify.annotations.NullMarked;
