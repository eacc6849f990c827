/**
 * Logs that {@code lcm-logplayer} plays, made of recordings. Start at {@link org.dimos.record.exports.lcm.LcmLogExport}.
 */
@NullMarked
package org.dimos.record.exports.lcm;

import org.jspecify.annotations.NullMarked;
