package dev.batchwright.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.Shape;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Code that hands values to a {@code ValueWriter} called {@code out}. */
final class Writes {

    /** A record without components is written without a look at it. */
    private static final AnnotationSpec UNUSED = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "$S", "unused")
            .build();

    private final RowNames names;
    private final Methods methods = new Methods();

    Writes(RowNames names) {
        this.names = names;
    }

    /** The methods that the code so far calls. */
    Methods methods() {
        return methods;
    }

    /** The statement that writes a value, which may be any that the Java type allows. */
    CodeBlock statement(Slot slot, CodeBlock value) {
        boolean mustCheck = !slot.nullable() && !slot.type().isPrimitive();
        return unchecked(slot, mustCheck ? CodeBlock.of("notNull($L, $S)", value, slot.path()) : value);
    }

    /** The statement that writes a value which is null only where the slot says so. */
    private CodeBlock unchecked(Slot slot, CodeBlock value) {
        if (slot.isSimple()) {
            return CodeBlock.of("out.$L($L)", simple(slot.shape()), value);
        }
        boolean byType = !slot.nullable() && slot.codec().isEmpty() && isType(slot.shape());
        String name = "write" + (byType ? names.type(slot.shape()) : names.slot(slot));
        methods.need(
                name,
                () -> byType ? typeMethod(name, slot.type(), slot.shape()) : method(name, slot.type(), slotBody(slot)));
        return CodeBlock.of("$L($L, out)", name, value);
    }

    private static boolean isType(Shape shape) {
        return shape instanceof Shape.Structure || shape instanceof Shape.Union;
    }

    private MethodSpec typeMethod(String name, TypeName type, Shape shape) {
        MethodSpec method = method(name, type, typeBody(shape));
        return shape instanceof Shape.Structure structure
                        && structure.components().isEmpty()
                ? method.toBuilder().addAnnotation(UNUSED).build()
                : method;
    }

    private static MethodSpec method(String name, TypeName type, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(RuntimeTypes.VALUE_WRITER, "out")
                .addCode(body)
                .build();
    }

    private CodeBlock slotBody(Slot slot) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (slot.nullable()) {
            body.beginControlFlow("if (value == null)");
            body.addStatement("out.writeNull()");
            body.nextControlFlow("else");
            body.addStatement("out.writePresent()");
            body.addStatement(unchecked(slot.notNull(), CodeBlock.of("value")));
            return body.endControlFlow().build();
        }
        if (slot.codec().isPresent()) {
            CodeBlock encoded = CodeBlock.of("$N.encode(value)", names.codec(slot));
            return body.addStatement(statement(slot.stored(), encoded)).build();
        }
        if (slot.shape() instanceof Shape.Sequence list) {
            return list(body, slot.element(list));
        }
        if (slot.shape() instanceof Shape.Mapping map) {
            return map(body, slot.value(map), slot.path());
        }
        return optional(body, slot.present((Shape.Maybe) slot.shape()));
    }

    private CodeBlock list(CodeBlock.Builder body, Slot element) {
        body.addStatement("out.beginList(value.size())");
        body.beginControlFlow("for ($T element : value)", element.type());
        body.addStatement(statement(element, CodeBlock.of("element")));
        body.endControlFlow();
        return body.addStatement("out.endList()").build();
    }

    private CodeBlock map(CodeBlock.Builder body, Slot value, String path) {
        TypeName entry =
                ParameterizedTypeName.get(ClassName.get(Map.Entry.class), ClassName.get(String.class), value.type());
        body.addStatement("out.beginMap(value.size())");
        body.beginControlFlow("for ($T entry : value.entrySet())", entry);
        body.addStatement("out.writeString(notNull(entry.getKey(), $S))", path + " key");
        body.addStatement(statement(value, CodeBlock.of("entry.getValue()")));
        body.endControlFlow();
        return body.addStatement("out.endMap()").build();
    }

    private CodeBlock optional(CodeBlock.Builder body, Slot held) {
        body.beginControlFlow("if (value.isEmpty())");
        body.addStatement("out.writeNull()");
        body.nextControlFlow("else");
        body.addStatement("out.writePresent()");
        body.addStatement(unchecked(held, CodeBlock.of("value.get()")));
        return body.endControlFlow().build();
    }

    private CodeBlock typeBody(Shape shape) {
        return shape instanceof Shape.Structure structure
                ? structure(structure, names.constant(structure), names.type(structure), names.type(structure), "value")
                : union((Shape.Union) shape);
    }

    /** Writes the columns of a record that is in a variable. */
    CodeBlock structure(Shape.Structure structure, String schema, String path, String words, String variable) {
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement("out.beginRecord($N)", schema);
        for (Component component : structure.components()) {
            CodeBlock value = CodeBlock.of("$N.$N()", variable, component.name());
            body.addStatement(statement(Slot.of(component, path, words), value));
        }
        return body.addStatement("out.endRecord()").build();
    }

    private CodeBlock union(Shape.Union union) {
        CodeBlock.Builder body = CodeBlock.builder();
        String schema = names.constant(union);
        for (int index = 0; index < union.variants().size(); index++) {
            Shape.Structure variant = union.variants().get(index);
            String name = "write" + names.type(variant);
            methods.need(name, () -> typeMethod(name, variant.type(), variant));
            String variable = Words.variable(names.type(variant));
            String test = "if (value instanceof $T $L)";
            if (index == 0) {
                body.beginControlFlow(test, variant.type(), variable);
            } else {
                body.nextControlFlow("else " + test, variant.type(), variable);
            }
            body.addStatement("out.beginUnion($N, $L)", schema, index);
            body.addStatement("$L($L, out)", name, variable);
            body.addStatement("out.endUnion()");
        }
        return body.endControlFlow().build();
    }

    private static String simple(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return "write" + scalar.kind().word();
        }
        return shape instanceof Shape.PrimitiveArray array
                ? "write" + array.element().word() + "s"
                : "writeEnum";
    }
}
