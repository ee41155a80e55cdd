package dev.batchwright.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an interface or class as the declaration of a pipeline, whose paths are given by {@link Flow}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Pipeline {

    /** The pipeline's name; by default the type's name in kebab-case. */
    String name() default "";

    /**
     * The memory budget of runs whose options name none, as a number and a unit: {@code B}, {@code KiB}, {@code MiB} or {@code GiB}. By
     * default half of the heap. The batches that steps ask for with {@link BatchSize#maxBytes} have to fit into it.
     */
    String memory() default "";
}
