/**
 * The LCM encoding of records: {@link org.dimos.core.message.lcm.LcmCodec} is where to start. A {@code Struct} is what
 * a record class looks like on the wire, made of one {@code Field} per component; layout, sizes and fingerprint all
 * follow from the class, so no code is generated. The format is described at https://lcm-proj.github.io.
 */
@NullMarked
package org.dimos.core.message.lcm;

import org.jspecify.annotations.NullMarked;
