package org.dimos.core.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a record its LCM type name; its components, in order, are the fields of the struct. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LcmType {

    /** Package and struct, such as {@code geometry_msgs.Twist}. */
    String value();
}
