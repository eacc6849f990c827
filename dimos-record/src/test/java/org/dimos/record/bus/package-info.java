/** Tests of queries: against a list in memory, and of how they are run. */
@NullMarked
package org.dimos.record.bus;

import org.jspecify.annotations.NullMarked;
