/**
 * Which rows of a stream are meant, as a value: {@link org.dimos.record.selection.Selection}. Whoever reads rows runs it
 * as close to them as possible; {@link org.dimos.record.query.Query} is how a user writes it.
 */
@NullMarked
package org.dimos.record.selection;

import org.jspecify.annotations.NullMarked;
