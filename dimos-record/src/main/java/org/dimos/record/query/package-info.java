/**
 * Questions to a recording: {@link org.dimos.record.query.Query}, a lazy sequence of the observations of a stream. What a
 * file can answer by its indexes is left to it as a {@link org.dimos.record.selection.Selection}; the rest is done with
 * the observations as they come. An operation of one's own is one step here and one method of the query.
 */
@NullMarked
package org.dimos.record.query;

import org.jspecify.annotations.NullMarked;
