package dev.batchwright.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as one step of a pipeline. The class is a record, whose components are its configuration, or a class
 * whose configuration fields are marked {@link Config}. It implements exactly one of the step interfaces of
 * {@code dev.batchwright}, such as {@code MapStep} or {@code BatchStep}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Step {

    /** The step's name in reports and its folder in the cache; by default the class's name in kebab-case. */
    String name() default "";

    /** Changes the step's fingerprint: give it a new value to have the step, and all that follows from it, run again. */
    String version() default "";

    /** Whether the rows that this step makes are kept in the cache. */
    Persist persist() default Persist.AUTO;

    /** How many batches (or rows, in a step without batches) are in flight at once; the order of rows is kept. */
    int concurrency() default 1;

    /** How often a failed call is tried again, with a growing pause, before it counts as failed. */
    int retries() default 0;

    /** When what the step has made is committed. */
    Checkpoint checkpoint() default Checkpoint.INTERVAL;

    /** What happens when a call has failed for good. */
    OnError onError() default OnError.FAIL;

    /** With {@link OnError#QUARANTINE}: the run fails when more rows than this are bad. */
    long maxBadRows() default Long.MAX_VALUE;

    /** With {@link OnError#QUARANTINE}: the run fails when a larger share of the rows than this is bad, from 0 to 1. */
    double maxBadRatio() default 1.0;

    /**
     * Whether the step runs in a process of its own, whose death costs the rows that it was handed instead of the run. The class then
     * implements {@code java.io.Serializable}, since its object is sent to the process. Not for sources, zip, keyed, co-group and global
     * steps.
     */
    boolean isolated() default false;

    /**
     * With {@link #isolated}: the largest heap of each of the step's processes, at least 16MiB; by default {@link #DEFAULT_HEAP}. There
     * are as many processes as threads that call the step: as {@link #concurrency} says, or one for each thread of the run where it
     * is 1.
     */
    String heap() default "";

    /** The heap of an isolated step that names none: a JVM would otherwise take a quarter of the machine for each process. */
    String DEFAULT_HEAP = "256MiB";

    /** The file format of this step's parts: one of the constants of {@link Format}, or a format of your own by name. */
    String format() default Format.AUTO;

    /** The compression of this step's parts: one of the constants of {@link Compression}. */
    String compression() default Compression.AUTO;
}
