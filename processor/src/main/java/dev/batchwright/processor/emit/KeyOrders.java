package dev.batchwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.Shape;

/** The order of a key, composed of the orders of what it consists of. */
final class KeyOrders {

    private KeyOrders() {}

    static CodeBlock expression(Shape key) {
        if (key instanceof Shape.Scalar scalar) {
            return CodeBlock.of(
                    "$T.of$L()", RuntimeTypes.KEY_ORDER, scalar.kind().word());
        }
        if (key instanceof Shape.Structure record) {
            return record(record);
        }
        return CodeBlock.of("$T.<$T>ofEnum()", RuntimeTypes.KEY_ORDER, key.type());
    }

    private static CodeBlock record(Shape.Structure key) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Component component : key.components()) {
            boolean isFirst = component.equals(key.components().get(0));
            TypeName type = component.type().box();
            if (isFirst) {
                code.add("$T.<$T, $T>by(", RuntimeTypes.KEY_ORDER, key.type(), type);
            } else {
                code.add("\n$>$>.thenBy(");
            }
            code.add("$T::$N, $L)", key.type(), component.name(), expression(component.shape()));
            if (!isFirst) {
                code.add("$<$<");
            }
        }
        return code.build();
    }
}
