package dev.batchwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constants with the schema of a row and of the types nested in it. */
final class Schemas {

    private final RowNames names;

    Schemas(RowNames names) {
        this.names = names;
    }

    /** Nested types first, the row last: each constant is made of those before it. */
    List<FieldSpec> constants(RowModel row) {
        List<FieldSpec> fields = new ArrayList<>();
        for (Shape nested : names.nestedTypes()) {
            fields.add(constant(nested));
        }
        fields.add(field(RuntimeTypes.RECORD_TYPE, "SCHEMA", record(row.shape())));
        return fields;
    }

    private FieldSpec constant(Shape nested) {
        if (nested instanceof Shape.Structure structure) {
            return field(RuntimeTypes.RECORD_TYPE, names.constant(nested), record(structure));
        }
        if (nested instanceof Shape.Union union) {
            List<CodeBlock> variants = union.variants().stream()
                    .map(variant -> CodeBlock.of("$N", names.constant(variant)))
                    .toList();
            return field(
                    RuntimeTypes.UNION_TYPE,
                    names.constant(nested),
                    CodeBlock.of(
                            "new $T($S, $T.of($L))",
                            RuntimeTypes.UNION_TYPE,
                            union.name(),
                            List.class,
                            CodeBlock.join(variants, ", ")));
        }
        Shape.Enumeration constants = (Shape.Enumeration) nested;
        List<CodeBlock> texts = constants.constants().stream()
                .map(constant -> CodeBlock.of("$S", constant))
                .toList();
        return field(
                RuntimeTypes.ENUM_TYPE,
                names.constant(nested),
                CodeBlock.of(
                        "new $T($S, $T.of($L))",
                        RuntimeTypes.ENUM_TYPE,
                        constants.type().simpleName(),
                        List.class,
                        CodeBlock.join(texts, ", ")));
    }

    private static FieldSpec field(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private CodeBlock record(Shape.Structure structure) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.named($S)$>$>", RuntimeTypes.RECORD_TYPE, structure.name());
        for (Component component : structure.components()) {
            String method = component.nullable() ? "nullable" : "column";
            code.add("\n.$L($S, $L)", method, component.column(), type(component.shape()));
        }
        return code.add("\n.build()$<$<").build();
    }

    private CodeBlock type(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return CodeBlock.of("$T.$L", RuntimeTypes.SCALAR_TYPE, scalar.kind());
        }
        if (shape instanceof Shape.PrimitiveArray array) {
            return CodeBlock.of("new $T($T.$L)", RuntimeTypes.ARRAY_TYPE, RuntimeTypes.SCALAR_TYPE, array.element());
        }
        if (shape instanceof Shape.Sequence list) {
            return CodeBlock.of(
                    "new $T($L, $L, $L)",
                    RuntimeTypes.LIST_TYPE,
                    type(list.element()),
                    list.nullableElements(),
                    list.distinct());
        }
        if (shape instanceof Shape.Mapping map) {
            return CodeBlock.of("new $T($L, $L)", RuntimeTypes.MAP_TYPE, type(map.value()), map.nullableValues());
        }
        if (shape instanceof Shape.Maybe optional) {
            return CodeBlock.of("new $T($L)", RuntimeTypes.OPTIONAL_TYPE, type(optional.value()));
        }
        return CodeBlock.of("$N", names.constant(shape));
    }
}
