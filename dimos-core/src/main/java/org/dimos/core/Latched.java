package org.dimos.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an {@link Out} in a module's record of ports that what was published last holds until the next, as with a map:
 * {@code record Ports(@Latched Out<OccupancyGrid> map)}. A replay that begins later, or is sought, says it first.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Latched {}
