package org.dimos.cli.testing;

/** A number that was counted. */
public record Count(long value) {}
