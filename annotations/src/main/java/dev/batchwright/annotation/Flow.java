package dev.batchwright.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One path through a pipeline's graph: every step feeds the one after it. Several flows are paths of one graph, in which a
 * step class stands for one node. Branches fork where two flows share a step and join where they meet in one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Flow.Several.class)
public @interface Flow {

    /** The step classes in the order in which rows pass through them; at least two. */
    Class<?>[] value();

    /** Holds repeated {@link Flow} annotations; never written by hand. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Several {

        /** The flows in the order in which they are written. */
        Flow[] value();
    }
}
