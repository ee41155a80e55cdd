package dev.batchwright.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of a step class as configuration: its value is part of the step's fingerprint. The field is not private, or has
 * a method without parameters of the same name, so that generated code can read it. In a record every component is
 * configuration without this mark.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Config {}
