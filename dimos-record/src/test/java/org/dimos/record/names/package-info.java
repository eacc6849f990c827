/** Tests of what names mean. */
@NullMarked
package org.dimos.record.names;

import org.jspecify.annotations.NullMarked;
