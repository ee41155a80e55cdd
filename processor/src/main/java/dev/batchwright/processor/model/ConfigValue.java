package dev.batchwright.processor.model;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import java.util.List;

/** A configuration value of a step. */
public sealed interface ConfigValue {

    /** The component or field, and within records those of the records before it. */
    String name();

    /** How it is read from the step or record that holds it, such as {@code language()}. */
    String access();

    /** A value whose text says all. */
    record Plain(String name, String access) implements ConfigValue {}

    /** A record of such values, or a type that is read like one. */
    record Group(String name, String access, TypeName type, List<ConfigValue> values) implements ConfigValue {}

    /** A value that cannot be fingerprinted, and what to do. */
    record Unfit(String name, String access, String owner, String type, String fix, Place place)
            implements ConfigValue {}
}
