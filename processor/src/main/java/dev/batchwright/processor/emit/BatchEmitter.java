package dev.batchwright.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A row's {@code …Batch}: its columns, each decoded when it is first touched. */
public final class BatchEmitter {

    /** Methods of {@code LazyBatch} and its supertypes that take one {@code int}. */
    private static final Set<String> TAKEN = Set.of("build", "column", "get", "listIterator", "remove", "wait");

    private final RowModel row;
    private final Reads reads;
    private final Sizes sizes;
    private final NameAllocator constants = new NameAllocator();
    private final TypeName rows;
    private final String madeBy;

    public BatchEmitter(RowModel row) {
        this.row = row;
        RowNames names = new RowNames(row);
        this.reads = new Reads(names);
        this.sizes = new Sizes(names);
        this.rows = ParameterizedTypeName.get(RuntimeTypes.BATCH, row.type());
        List<Component> components = row.shape().components();
        // The names of fields are the user's.
        components.forEach(component -> constants.newName(component.name(), component.name()));
        this.madeBy = constants.newName(MadeBy.NAME);
        components.forEach(component -> constants.newName(Words.constant(component.name()), component));
    }

    public TypeSpec emit() {
        TypeSpec.Builder type = Specs.finalClass(row.batch(), row.isPublic(), madeBy)
                .addJavadoc(
                        "{@link $T} rows with access by column; a column is decoded when it is first touched.",
                        row.type())
                .addJavadoc(Comments.see(row.serializer()))
                .superclass(ParameterizedTypeName.get(RuntimeTypes.LAZY_BATCH, row.type()));
        List<Component> components = row.shape().components();
        components.forEach(component -> type.addField(column(component)));
        components.forEach(component -> type.addField(field(component)));
        type.addMethod(constructor(RuntimeTypes.COLUMN_SOURCE, "columns"))
                .addMethod(constructor(rows, "rows"))
                .addMethod(of());
        components.forEach(component -> type.addMethod(accessor(component)));
        type.addMethod(build()).addMethod(serializer());
        for (int index = 0; index < components.size(); index++) {
            type.addMethod(decoded(components.get(index), index));
        }
        components.forEach(component -> type.addMethod(decoder(component)));
        return type.build();
    }

    private FieldSpec column(Component component) {
        TypeName type = ParameterizedTypeName.get(RuntimeTypes.LAZY_COLUMN, holder(component));
        return FieldSpec.builder(type, constants.get(component), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(column(component, CodeBlock.of("$T::$N", row.batch(), decoderName(component))))
                .build();
    }

    private CodeBlock column(Component component, CodeBlock decoder) {
        if (!KeptColumns.mayBeKept(component)) {
            return CodeBlock.of("$T.neverKept($L)", RuntimeTypes.LAZY_COLUMN, decoder);
        }
        String factory = isInList(component) ? "ofList" : "of";
        return sizes.reference(Slot.of(component, RowNames.rowSlotPath(row), ""), row.serializer())
                .map(size -> CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.LAZY_COLUMN, factory, decoder, size))
                .orElseGet(() -> CodeBlock.of("$T.of($L)", RuntimeTypes.LAZY_COLUMN, decoder));
    }

    private static FieldSpec field(Component component) {
        return FieldSpec.builder(holder(component), component.name(), Modifier.PRIVATE)
                .build();
    }

    /** A list where Java has no arrays, which is for types with arguments. */
    private static TypeName holder(Component component) {
        return isInList(component)
                ? ParameterizedTypeName.get(ClassName.get(List.class), component.type())
                : ArrayTypeName.of(component.type());
    }

    private static boolean isInList(Component component) {
        return component.type() instanceof ParameterizedTypeName;
    }

    private MethodSpec constructor(TypeName parameter, String name) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (parameter.equals(rows)) {
            constructor.addModifiers(Modifier.PRIVATE);
        }
        return constructor
                .addParameter(parameter, name)
                .addStatement("super($N)", name)
                .build();
    }

    private MethodSpec of() {
        return Specs.publicMethod("of", row.batch())
                .addModifiers(Modifier.STATIC)
                .addJavadoc("Gives access by column to a batch of {@link $T} rows.", row.type())
                .addParameter(rows, "rows")
                .addStatement("return rows instanceof $T batch ? batch : new $T(rows)", row.batch(), row.batch())
                .build();
    }

    private MethodSpec accessor(Component component) {
        String access = isInList(component) ? "$N().get(row)" : "$N()[row]";
        return markedMethod(component)
                .addJavadoc("The {@link $T#$N() $N} of a row.", row.type(), component.name(), component.name())
                .addParameter(TypeName.INT, "row")
                .addStatement("$T held = held()", rows)
                .addStatement(
                        "return held == null ? " + access + " : held.get(row).$N()",
                        decodedName(component),
                        component.name())
                .build();
    }

    /** Says that its value may be null in the way in which the component does. */
    private static MethodSpec.Builder markedMethod(Component component) {
        Optional<AnnotationSpec> mark = component
                .nullMark()
                .map(given -> AnnotationSpec.builder(given.annotation()).build());
        if (mark.isEmpty()) {
            return Specs.publicMethod(name(component), component.type());
        }
        return component.nullMark().orElseThrow().isOnType()
                ? Specs.publicMethod(name(component), component.type().annotated(mark.get()))
                : Specs.publicMethod(name(component), component.type()).addAnnotation(mark.get());
    }

    private static String name(Component component) {
        return TAKEN.contains(component.name()) ? component.name() + "Column" : component.name();
    }

    private static String decodedName(Component component) {
        return "decoded" + Words.capitalized(component.name());
    }

    private static String decoderName(Component component) {
        return "decode" + Words.capitalized(component.name());
    }

    private MethodSpec build() {
        List<CodeBlock> values = new ArrayList<>();
        for (Component component : row.shape().components()) {
            values.add(CodeBlock.of("$N(row)", name(component)));
        }
        return MethodSpec.methodBuilder("build")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(row.type())
                .addParameter(TypeName.INT, "row")
                .addStatement("return new $T($L)", row.type(), CodeBlock.join(values, ", "))
                .build();
    }

    private MethodSpec serializer() {
        return MethodSpec.methodBuilder("serializer")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(ParameterizedTypeName.get(RuntimeTypes.SHARD_SERIALIZER, row.type()))
                .addStatement("return $T.INSTANCE", row.serializer())
                .build();
    }

    /** The values of a column, which are decoded when it is first touched. */
    private MethodSpec decoded(Component component, int index) {
        return MethodSpec.methodBuilder(decodedName(component))
                .addModifiers(Modifier.PRIVATE)
                .returns(holder(component))
                .addStatement("$T values = this.$N", holder(component), component.name())
                .beginControlFlow("if (values == null)")
                .addStatement("values = decoded($L, $N)", index, constants.get(component))
                .addStatement("this.$N = values", component.name())
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    private MethodSpec decoder(Component component) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(decoderName(component))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(holder(component))
                .addParameter(RuntimeTypes.VALUE_READER, "in")
                .addParameter(TypeName.INT, "rows");
        boolean inList = isInList(component);
        if (inList) {
            method.addStatement("$T values = new $T<>(rows)", holder(component), ArrayList.class);
        } else {
            method.addStatement("$T values = new $L", holder(component), newArray(component.type()));
        }
        return method.beginControlFlow("for (int row = 0; row < rows; row++)")
                .addStatement("in.nextRow()")
                .addStatement(inList ? "values.add($L)" : "values[row] = $L", value(component))
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    /** An array of arrays is made as {@code new float[rows][]}. */
    private static CodeBlock newArray(TypeName element) {
        return element instanceof ArrayTypeName array
                ? CodeBlock.of("$T[rows][]", array.componentType())
                : CodeBlock.of("$T[rows]", element);
    }

    private CodeBlock value(Component component) {
        Slot slot = Slot.of(component, RowNames.rowSlotPath(row), "");
        return slot.isSimple()
                ? reads.expression(slot)
                : CodeBlock.of("$T.$L(in)", row.serializer(), reads.method(slot));
    }
}
