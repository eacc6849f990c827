/**
 * Logs of {@code lcm-logger} as bags. Start at {@link org.dimos.record.imports.lcm.LcmLogFormat}.
 */
@NullMarked
package org.dimos.record.imports.lcm;

import org.jspecify.annotations.NullMarked;
