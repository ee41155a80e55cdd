package dev.batchwright.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many rows a batch step or a sink gets in one call, at most. A batch is handed over when it holds {@link #value} rows or
 * {@link #maxBytes}, whichever comes first, and at the end of a shard. Without this annotation a batch holds
 * {@value #DEFAULT_ROWS} rows.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BatchSize {

    /** The rows of a batch where nothing else is said. */
    int DEFAULT_ROWS = 1000;

    /** The bytes of a batch where nothing else is said. */
    String DEFAULT_MAX_BYTES = "8MiB";

    /** The largest number of rows in a batch; at least 1. */
    int value();

    /** The largest size of a batch, as a number and a unit: {@code B}, {@code KiB}, {@code MiB} or {@code GiB}. */
    String maxBytes() default DEFAULT_MAX_BYTES;
}
