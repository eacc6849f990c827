/** Words for people: {@link org.dimos.core.text.Nearest} finds what a misspelt name may have meant. */
@NullMarked
package org.dimos.core.text;

import org.jspecify.annotations.NullMarked;
