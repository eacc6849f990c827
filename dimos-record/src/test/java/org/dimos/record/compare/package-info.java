@NullMarked
package org.dimos.record.compare;

import org.jspecify.annotations.NullMarked;
