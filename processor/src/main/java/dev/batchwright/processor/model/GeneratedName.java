package dev.batchwright.processor.model;

import com.palantir.javapoet.ClassName;

/** The names of generated types. */
public final class GeneratedName {

    private GeneratedName() {}

    /** A name beside the type that something is generated from; nested types keep the names around them. */
    public static ClassName of(ClassName type, String suffix) {
        return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + suffix);
    }
}
