package org.dimos.record.query;

import org.dimos.record.Observation;

/**
 * Two observations that belong together by time.
 *
 * @param first of the query that leads
 * @param second the nearest of the other
 * @param <A> the type of the first payload
 * @param <B> the type of the second payload
 */
public record Aligned<A, B>(Observation<A> first, Observation<B> second) {}
