/**
 * What a recording looks like from afar: how many messages each stream has in each piece of time, and where something is
 * missing. Start at {@link org.dimos.record.overview.Overview}.
 */
@NullMarked
package org.dimos.record.overview;

import org.jspecify.annotations.NullMarked;
