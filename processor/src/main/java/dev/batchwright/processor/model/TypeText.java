package dev.batchwright.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.regex.Pattern;

/** Types as people write them, by their simple names. */
public final class TypeText {

    private static final Pattern QUALIFIER = Pattern.compile("\\b[\\w$]+\\.");

    private TypeText() {}

    public static String of(TypeName type) {
        return QUALIFIER.matcher(type.toString()).replaceAll("");
    }
}
