package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Code that takes values from a {@code ValueReader} called {@code in}. */
final class Reads {

    private final RowNames names;
    private final Methods methods = new Methods();

    Reads(RowNames names) {
        this.names = names;
    }

    /** The methods that the code so far calls. */
    Methods methods() {
        return methods;
    }

    /** The expression that reads a value. */
    CodeBlock expression(Slot slot) {
        if (slot.isSimple()) {
            return simple(slot.shape());
        }
        return CodeBlock.of("$L(in)", method(slot));
    }

    /** The name of the method that reads a value which is not simple. */
    String method(Slot slot) {
        boolean byType = !slot.nullable()
                && slot.codec().isEmpty()
                && (slot.shape() instanceof Shape.Structure || slot.shape() instanceof Shape.Union);
        String name = "read" + (byType ? names.type(slot.shape()) : names.slot(slot));
        methods.need(name, () -> method(name, slot.type(), byType ? typeBody(slot.shape()) : slotBody(slot)));
        return name;
    }

    /** Not private, because the accessor of the row's batches calls them too. */
    private static MethodSpec method(String name, TypeName type, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.VALUE_READER, "in")
                .addCode(body)
                .build();
    }

    private CodeBlock slotBody(Slot slot) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (slot.nullable()) {
            return body.addStatement("return in.readNull() ? null : $L", expression(slot.notNull()))
                    .build();
        }
        if (slot.codec().isPresent()) {
            return body.addStatement("return $N.decode($L)", names.codec(slot), expression(slot.stored()))
                    .build();
        }
        if (slot.shape() instanceof Shape.Sequence list) {
            return list.distinct() ? set(body, slot.element(list)) : list(body, slot.element(list));
        }
        if (slot.shape() instanceof Shape.Mapping map) {
            return map(body, slot.value(map));
        }
        Slot held = slot.present((Shape.Maybe) slot.shape());
        return body.addStatement(
                        "return in.readNull() ? $T.empty() : $T.of($L)",
                        Optional.class,
                        Optional.class,
                        expression(held))
                .build();
    }

    private CodeBlock list(CodeBlock.Builder body, Slot element) {
        body.addStatement("$T<$T> values = new $T<>(in.beginList())", List.class, element.type(), ArrayList.class);
        body.beginControlFlow("while (in.nextElement())");
        body.addStatement("values.add($L)", expression(element));
        body.endControlFlow();
        return body.addStatement("return $T.unmodifiableList(values)", Collections.class)
                .build();
    }

    private CodeBlock set(CodeBlock.Builder body, Slot element) {
        body.addStatement(
                "$T<$T> values = new $T<>(capacity(in.beginList()))", Set.class, element.type(), LinkedHashSet.class);
        body.beginControlFlow("while (in.nextElement())");
        body.addStatement("values.add($L)", expression(element));
        body.endControlFlow();
        return body.addStatement("return $T.unmodifiableSet(values)", Collections.class)
                .build();
    }

    private CodeBlock map(CodeBlock.Builder body, Slot value) {
        body.addStatement(
                "$T<$T, $T> values = new $T<>(capacity(in.beginMap()))",
                Map.class,
                String.class,
                value.type(),
                LinkedHashMap.class);
        body.beginControlFlow("while (in.nextEntry())");
        body.addStatement("$T key = in.readString()", String.class);
        body.addStatement("values.put(key, $L)", expression(value));
        body.endControlFlow();
        return body.addStatement("return $T.unmodifiableMap(values)", Collections.class)
                .build();
    }

    private CodeBlock typeBody(Shape shape) {
        return shape instanceof Shape.Structure structure
                ? structure(structure, names.constant(structure), names.type(structure), names.type(structure))
                : union((Shape.Union) shape);
    }

    /** Reads a record's columns in the order in which they come and makes the record. */
    CodeBlock structure(Shape.Structure structure, String schema, String path, String words) {
        NameAllocator locals = new NameAllocator();
        locals.newName("in");
        String column = "column";
        locals.newName(column);
        CodeBlock.Builder body = CodeBlock.builder();
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : structure.components()) {
            String local = locals.newName(component.name(), component);
            body.addStatement("$T $N = $L", component.type(), local, beforeReading(component));
            arguments.add(CodeBlock.of("$N", local));
        }
        body.beginControlFlow("for (int column = in.beginRecord($N); column >= 0; column = in.nextColumn())", schema);
        body.beginControlFlow("switch (column)");
        for (int index = 0; index < structure.components().size(); index++) {
            Component component = structure.components().get(index);
            CodeBlock value = expression(Slot.of(component, path, words));
            body.addStatement("case $L -> $N = $L", index, locals.get(component), value);
        }
        body.addStatement("default -> throw unknownColumn(column)");
        body.endControlFlow();
        body.endControlFlow();
        String diamond = structure.type() instanceof ClassName ? "" : "<>";
        TypeName raw = structure.type() instanceof ParameterizedTypeName generic ? generic.rawType() : structure.type();
        return body.addStatement("return new $T$L($L)", raw, diamond, CodeBlock.join(arguments, ", "))
                .build();
    }

    /** What a component is where its column is missing. */
    private static CodeBlock beforeReading(Component component) {
        TypeName type = component.type();
        if (component.shape() instanceof Shape.Maybe && component.codec().isEmpty()) {
            return CodeBlock.of("$T.empty()", Optional.class);
        }
        if (!type.isPrimitive()) {
            return CodeBlock.of("null");
        }
        return CodeBlock.of(type.equals(TypeName.BOOLEAN) ? "false" : "0");
    }

    private CodeBlock union(Shape.Union union) {
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement("int variant = in.beginUnion($N)", names.constant(union));
        body.add("$T value = switch (variant) {\n$>", union.type());
        for (int index = 0; index < union.variants().size(); index++) {
            Shape.Structure variant = union.variants().get(index);
            String name = "read" + names.type(variant);
            methods.need(name, () -> method(name, variant.type(), typeBody(variant)));
            body.add("case $L -> $L(in);\n", index, name);
        }
        body.add("default -> throw unknownVariant(variant);\n$<};\n");
        body.addStatement("in.endUnion()");
        return body.addStatement("return value").build();
    }

    private static CodeBlock simple(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return CodeBlock.of("in.read$L()", scalar.kind().word());
        }
        return shape instanceof Shape.PrimitiveArray array
                ? CodeBlock.of("in.read$Ls()", array.element().word())
                : CodeBlock.of("in.readEnum($T.class)", shape.type());
    }
}
