package dev.batchwright.processor.model;

import com.palantir.javapoet.TypeName;

/** Types as people write them, without packages. */
public final class TypeText {

    private TypeText() {}

    public static String of(TypeName type) {
        return type.toString().replaceAll("\\b[a-z_][\\w$]*\\.", "");
    }
}
