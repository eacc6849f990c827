package org.dimos.blueprint;

import java.util.Optional;

/**
 * A stream that a provider has.
 *
 * @param name its name
 * @param typeName the name of its type for people
 * @param type its type, if this program knows it
 * @param count how many messages there are, or -1 if that is not known
 */
public record ProvidedStream(String name, String typeName, Optional<Class<?>> type, long count) {}
