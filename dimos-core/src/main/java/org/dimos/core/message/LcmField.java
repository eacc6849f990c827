package org.dimos.core.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what of a field cannot be read off its record component. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface LcmField {

    /** The name on the wire; by default the component's name in snake case. */
    String name() default "";

    /** The primitive type on the wire, where several share a Java type: {@code int8_t} instead of {@code byte}. */
    String type() default "";

    /** The length of a fixed array; by default the array has a variable length. */
    int size() default 0;
}
