package dev.batchwright.processor.model;

import com.palantir.javapoet.TypeName;

/** Types as people write them, by their simple names. */
public final class TypeText {

    private TypeText() {}

    public static String of(TypeName type) {
        return type.toString().replaceAll("\\b[\\w$]+\\.", "");
    }
}
