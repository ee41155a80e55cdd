package dev.batchwright.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Renames a record component in files, or stores a type that has no column type of its own. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

    /** The column's name in files; by default the component's name. */
    String name() default "";

    /**
     * A class that implements {@code dev.batchwright.ColumnCodec} and has a constructor without parameters that generated code can call. It
     * turns the component's values into a type that can be stored, and back.
     */
    Class<?> codec() default void.class;
}
