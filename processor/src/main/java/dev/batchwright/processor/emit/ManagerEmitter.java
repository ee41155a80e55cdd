package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.Shape;
import dev.batchwright.processor.model.StepModel;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A step's {@code …BatchManager}. */
public final class ManagerEmitter {

    private final StepModel step;

    public ManagerEmitter(StepModel step) {
        this.step = step;
    }

    public TypeSpec emit() {
        TypeSpec.Builder type = Specs.finalClass(step.manager(), step.isPublic())
                .addJavadoc(javadoc(), step.type())
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.BATCH_MANAGER, typeOf(step.input()), typeOf(step.output())));
        type.addField(name());
        if (step.kind().isBatched()) {
            type.addField(batchSize());
        }
        type.addField(constant(RuntimeTypes.STEP_SETTINGS, "SETTINGS", new SettingsCode(step).expression()));
        step.key().ifPresent(key -> type.addField(constant(orderOf(key), "KEY_ORDER", KeyOrders.expression(key))));
        type.addField(step.type(), "step", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(constructor());
        type.addMethod(getter("step", step.type(), CodeBlock.of("step")));
        type.addMethod(serializer("input", step.input()));
        if (step.kind().hasTwoInputs()) {
            type.addMethod(serializer("rightInput", step.rightInput()));
        }
        type.addMethod(serializer("output", step.output()));
        step.key().ifPresent(key -> type.addMethod(getter("keyOrder", orderOf(key), CodeBlock.of("KEY_ORDER"))));
        type.addMethod(configure());
        if (step.settings().isolated().value()) {
            type.addMethod(getter("sent", RuntimeTypes.SENT_STEP, CodeBlock.of("new Sent(step)")));
            type.addType(sent());
        }
        return type.build();
    }

    /** A record, since these are made by their constructors wherever they are read, and need no other access to what they hold. */
    private TypeSpec sent() {
        MethodSpec components = MethodSpec.constructorBuilder()
                .addParameter(step.type(), "step")
                .build();
        return TypeSpec.recordBuilder("Sent")
                .addAnnotation(RuntimeTypes.GENERATED_MARK)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Takes {@link $T} to the process that it runs in.", step.type())
                .addSuperinterface(RuntimeTypes.SENT_STEP)
                .recordConstructor(components)
                .addMethod(Specs.override("manager", step.manager())
                        .addStatement("return new $T(step)", step.manager())
                        .build())
                .build();
    }

    private String javadoc() {
        return step.kind().isBatched()
                ? "Gathers the batches of {@link $T} and knows its settings and its rows."
                : "Knows the settings and the rows of {@link $T}.";
    }

    private static TypeName typeOf(Optional<RowModel> row) {
        return row.<TypeName>map(RowModel::type).orElse(ClassName.get(Void.class));
    }

    private static TypeName orderOf(Shape key) {
        return ParameterizedTypeName.get(RuntimeTypes.KEY_ORDER, key.type().box());
    }

    private FieldSpec name() {
        return FieldSpec.builder(String.class, "NAME", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The name of {@link $T} in reports and in the cache.", step.type())
                .initializer("$S", step.name())
                .build();
    }

    private FieldSpec batchSize() {
        return FieldSpec.builder(int.class, "BATCH_SIZE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The largest number of rows that {@link $T} gets in one call.", step.type())
                .initializer("$L", step.settings().batchRows())
                .build();
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Makes the batch manager of a {@link $T}.", step.type())
                .addParameter(step.type(), "step")
                .addStatement("super(SETTINGS)")
                .addStatement("this.step = step")
                .build();
    }

    private static MethodSpec getter(String name, TypeName type, CodeBlock value) {
        return Specs.override(name, type).addStatement("return $L", value).build();
    }

    private static MethodSpec serializer(String name, Optional<RowModel> row) {
        CodeBlock value =
                row.map(each -> CodeBlock.of("$T.INSTANCE", each.serializer())).orElse(CodeBlock.of("null"));
        return getter(name, ParameterizedTypeName.get(RuntimeTypes.SHARD_SERIALIZER, typeOf(row)), value);
    }

    private MethodSpec configure() {
        return Specs.override("configure", TypeName.VOID)
                .addParameter(RuntimeTypes.CONFIGURATION, "configuration")
                .addCode(new ConfigCode().of(step.configuration()))
                .build();
    }
}
