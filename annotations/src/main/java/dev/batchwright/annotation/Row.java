package dev.batchwright.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the serializer and the accessor of a record even where no step uses it, and may set its name and its formats. The
 * rows of steps need no such mark.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Row {

    /** The row's name in schemas; by default the record's simple name. */
    String name() default "";

    /** The format of parts with these rows where the step leaves it open: a constant of {@link Format}. */
    String format() default Format.AUTO;

    /** The compression of parts with these rows where the step leaves it open: a constant of {@link Compression}. */
    String compression() default Compression.AUTO;
}
