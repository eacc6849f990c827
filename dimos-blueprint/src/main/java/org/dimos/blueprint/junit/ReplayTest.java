package org.dimos.blueprint.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that gets, as a parameter of type {@link ReplayResult}, what a blueprint makes of a recording in lockstep.
 * Where the recording is not there the test is skipped.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(ReplayExtension.class)
public @interface ReplayTest {

    /** The file; <code>${name}</code> stands for a system property, such as the folder of all recordings. */
    String recording();

    /** The name of the blueprint, as the program lists it; several joined by {@code +}. */
    String blueprint();

    /** The modules to run although their outputs are recorded; none to run all that can be. */
    String[] keep() default {};
}
