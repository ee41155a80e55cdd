package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.ScalarKind;
import dev.batchwright.processor.model.Shape;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Code that estimates what values take on the heap. Nulls take nothing, also where there may be none: that is for writing to say. */
final class Sizes {

    /** A method of the runtime, or of the serializer where it has no owner. */
    private record Sizer(Optional<ClassName> owner, String method) {

        static Sizer ofRuntime(String method) {
            return new Sizer(Optional.of(RuntimeTypes.HEAP_SIZE), method);
        }
    }

    private final RowNames names;
    private final Methods methods = new Methods();

    Sizes(RowNames names) {
        this.names = names;
    }

    /** The methods that the code so far calls. */
    Methods methods() {
        return methods;
    }

    /** Sums up a record that is in a variable and not null. */
    CodeBlock structure(Shape.Structure structure, String path, String words, String variable) {
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement(
                "long bytes = $T.ofRecord($L)",
                RuntimeTypes.HEAP_SIZE,
                structure.components().size());
        for (Component component : structure.components()) {
            CodeBlock value = CodeBlock.of("$N.$N()", variable, component.name());
            expression(Slot.of(component, path, words), value)
                    .ifPresent(size -> body.addStatement("bytes += $L", size));
        }
        return body.addStatement("return bytes").build();
    }

    /** A reference to the method that sizes a value besides the field that holds it; empty if that is all. */
    Optional<CodeBlock> reference(Slot slot, ClassName serializer) {
        return sizer(slot).map(sizer -> CodeBlock.of("$T::$L", sizer.owner().orElse(serializer), sizer.method()));
    }

    private Optional<CodeBlock> expression(Slot slot, CodeBlock value) {
        return sizer(slot)
                .map(sizer -> sizer.owner().isPresent()
                        ? CodeBlock.of("$T.$L($L)", sizer.owner().get(), sizer.method(), value)
                        : CodeBlock.of("$L($L)", sizer.method(), value));
    }

    /** What sizes a value; empty if its field is all. */
    private Optional<Sizer> sizer(Slot slot) {
        Shape shape = slot.shape();
        if (slot.codec().isEmpty() && shape instanceof Shape.Scalar scalar) {
            return scalar.type().isPrimitive() ? Optional.empty() : Optional.of(Sizer.ofRuntime(scalar(scalar.kind())));
        }
        if (slot.codec().isEmpty() && shape instanceof Shape.PrimitiveArray) {
            return Optional.of(Sizer.ofRuntime("ofArray"));
        }
        if (slot.codec().isEmpty() && shape instanceof Shape.Enumeration) {
            return Optional.empty();
        }
        boolean byType = slot.codec().isEmpty() && (shape instanceof Shape.Structure || shape instanceof Shape.Union);
        String name = "sizeOf" + (byType ? names.type(shape) : names.slot(slot.notNull()));
        methods.need(name, () -> method(name, slot.type(), byType ? typeBody(shape) : slotBody(slot)));
        return Optional.of(new Sizer(Optional.empty(), name));
    }

    private static String scalar(ScalarKind kind) {
        return kind.isPrimitive()
                ? "ofBoxed"
                : switch (kind) {
                    case STRING -> "ofString";
                    case BYTES -> "ofArray";
                    case DECIMAL -> "ofDecimal";
                    case DATE_TIME -> "ofDateTime";
                    default -> "ofValue";
                };
    }

    /** Not private, because the accessor of the row's batches calls them too. */
    private static MethodSpec method(String name, TypeName type, CodeBlock body) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(long.class)
                .addParameter(type, "value");
        if (!type.isPrimitive()) {
            method.beginControlFlow("if (value == null)")
                    .addStatement("return 0")
                    .endControlFlow();
        }
        return method.addCode(body).build();
    }

    private CodeBlock slotBody(Slot slot) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (slot.codec().isPresent()) {
            CodeBlock encoded = CodeBlock.of("$N.encode(value)", names.codec(slot));
            CodeBlock size = expression(slot.stored(), encoded).orElse(CodeBlock.of("0"));
            return body.addStatement("return $T.OBJECT + $L", RuntimeTypes.HEAP_SIZE, size)
                    .build();
        }
        if (slot.shape() instanceof Shape.Sequence list) {
            String table = list.distinct() ? "ofMapTable" : "ofListTable";
            body.addStatement("long bytes = $T.$L(value.size())", RuntimeTypes.HEAP_SIZE, table);
            expression(slot.element(list), CodeBlock.of("element")).ifPresent(size -> {
                body.beginControlFlow(
                        "for ($T element : value)", slot.element(list).type());
                body.addStatement("bytes += $L", size).endControlFlow();
            });
            return body.addStatement("return bytes").build();
        }
        if (slot.shape() instanceof Shape.Mapping map) {
            return map(body, slot.value(map));
        }
        Slot held = slot.present((Shape.Maybe) slot.shape());
        Optional<CodeBlock> size = expression(held, CodeBlock.of("value.get()"));
        return size.isEmpty()
                ? body.addStatement("return $T.OBJECT", RuntimeTypes.HEAP_SIZE).build()
                : body.addStatement("return value.isEmpty() ? 0 : $T.OBJECT + $L", RuntimeTypes.HEAP_SIZE, size.get())
                        .build();
    }

    private CodeBlock map(CodeBlock.Builder body, Slot value) {
        TypeName entry =
                ParameterizedTypeName.get(ClassName.get(Map.Entry.class), ClassName.get(String.class), value.type());
        body.addStatement("long bytes = $T.ofMapTable(value.size())", RuntimeTypes.HEAP_SIZE);
        body.beginControlFlow("for ($T entry : value.entrySet())", entry);
        body.addStatement("bytes += $T.ofString(entry.getKey())", RuntimeTypes.HEAP_SIZE);
        expression(value, CodeBlock.of("entry.getValue()")).ifPresent(size -> body.addStatement("bytes += $L", size));
        return body.endControlFlow().addStatement("return bytes").build();
    }

    private CodeBlock typeBody(Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            return structure(structure, names.type(structure), names.type(structure), "value");
        }
        CodeBlock.Builder body = CodeBlock.builder();
        for (Shape.Structure variant : ((Shape.Union) shape).variants()) {
            String name = "sizeOf" + names.type(variant);
            methods.need(name, () -> method(name, variant.type(), typeBody(variant)));
            String variable = Words.variable(names.type(variant));
            body.beginControlFlow("if (value instanceof $T $L)", variant.type(), variable);
            body.addStatement("return $L($L)", name, variable).endControlFlow();
        }
        return body.addStatement("return 0").build();
    }
}
