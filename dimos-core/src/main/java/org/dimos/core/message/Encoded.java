package org.dimos.core.message;

import org.dimos.core.array.Bytes;

/**
 * A message as bytes.
 *
 * @param codec how it is encoded, in the terms of a recording: {@code lcm}, {@code lz4+lcm}, {@code jpeg}, …
 * @param data the bytes
 */
public record Encoded(String codec, Bytes data) {}
