package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A row's {@code …ShardSerializer}. */
public final class SerializerEmitter {

    private final RowModel row;
    private final RowNames names;
    private final Writes writes;
    private final Reads reads;
    private final Sizes sizes;
    private final String path;

    public SerializerEmitter(RowModel row) {
        this.row = row;
        this.names = new RowNames(row);
        this.writes = new Writes(names);
        this.reads = new Reads(names);
        this.sizes = new Sizes(names);
        this.path = RowNames.rowSlotPath(row);
    }

    public TypeSpec emit() {
        TypeSpec.Builder type = Specs.finalClass(row.serializer(), row.isPublic())
                .addJavadoc("Stores {@link $T} rows in every format.", row.type())
                .addJavadoc(Comments.see(row.batch()))
                .superclass(ParameterizedTypeName.get(RuntimeTypes.SHARD_SERIALIZER, row.type()));
        new Schemas(names).constants(row).forEach(type::addField);
        new CodecConstants(names).all().forEach(type::addField);
        return type.addField(instance())
                .addMethod(constructor())
                .addMethod(sizeOf())
                .addMethod(write())
                .addMethod(read())
                .addMethod(writeColumn())
                .addMethod(batch(RuntimeTypes.COLUMN_SOURCE, "columns", "return new $T(columns)"))
                .addMethod(batch(rowsOf(RuntimeTypes.BATCH), "rows", "return $T.of(rows)"))
                .addMethods(writes.methods().all())
                .addMethods(reads.methods().all())
                .addMethods(sizes.methods().all())
                .build();
    }

    /** Comes after the schema, which its constructor hands on. */
    private FieldSpec instance() {
        return FieldSpec.builder(row.serializer(), "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The one instance; it has no state.")
                .initializer("new $T()", row.serializer())
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($T.class, SCHEMA)", row.type())
                .build();
    }

    private MethodSpec sizeOf() {
        return Specs.override("sizeOf", TypeName.LONG)
                .addParameter(row.type(), "row")
                .addCode(sizes.structure(row.shape(), path, "", "row"))
                .build();
    }

    private MethodSpec write() {
        return Specs.override("write", TypeName.VOID)
                .addParameter(row.type(), "row")
                .addParameter(RuntimeTypes.VALUE_WRITER, "out")
                .addCode(writes.structure(row.shape(), "SCHEMA", path, "", "row"))
                .build();
    }

    private MethodSpec read() {
        return Specs.override("read", row.type())
                .addParameter(RuntimeTypes.VALUE_READER, "in")
                .addCode(reads.structure(row.shape(), "SCHEMA", path, ""))
                .build();
    }

    /** A loop for each column, so that each call of the writer sees values of one type. */
    private MethodSpec writeColumn() {
        MethodSpec.Builder method = Specs.override("writeColumn", TypeName.VOID)
                .addParameter(TypeName.INT, "column")
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), row.type()), "rows")
                .addParameter(RuntimeTypes.VALUE_WRITER, "out")
                .beginControlFlow("switch (column)");
        List<Component> components = row.shape().components();
        for (int index = 0; index < components.size(); index++) {
            Component component = components.get(index);
            CodeBlock value = CodeBlock.of("row.$N()", component.name());
            method.beginControlFlow("case $L ->", index)
                    .beginControlFlow("for ($T row : rows)", row.type())
                    .addStatement("out.nextRow()")
                    .addStatement(writes.statement(Slot.of(component, path, ""), value))
                    .endControlFlow()
                    .endControlFlow();
        }
        return method.addStatement("default -> throw unknownColumn(column)")
                .endControlFlow()
                .build();
    }

    private MethodSpec batch(TypeName parameter, String name, String statement) {
        return Specs.override("batch", rowsOf(RuntimeTypes.LAZY_BATCH))
                .addParameter(parameter, name)
                .addStatement(statement, row.batch())
                .build();
    }

    private TypeName rowsOf(ClassName container) {
        return ParameterizedTypeName.get(container, row.type());
    }
}
