package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.batchwright.processor.model.StepModel;

/** Parts of Javadoc that several kinds of generated classes share. */
final class Comments {

    private Comments() {}

    /** What a step's own Javadoc says of it first, behind another sentence; nothing where it says nothing. */
    static CodeBlock ofStep(StepModel step) {
        return step.description().isEmpty() ? CodeBlock.of("") : CodeBlock.of(" $L", escaped(step.description()));
    }

    /** Leads to the other class that is made from the same type. */
    static CodeBlock see(ClassName other) {
        return CodeBlock.of("\n\n@see $T\n", other);
    }

    /** Text in which nothing is markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;"); // else it could begin a Unicode escape
    }
}
