/**
 * The MCAP file format, version 0: records, chunks, compression and what is in them. Reading is in {@code imports.mcap}, writing in {@code
 * exports.mcap}. Layout: <a href="https://mcap.dev/spec">mcap.dev/spec</a>.
 */
@NullMarked
package org.dimos.record.mcap;

import org.jspecify.annotations.NullMarked;
