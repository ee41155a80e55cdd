package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.model.StepModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The builder of a runner in stages: an interface for each step that has to be given, whose one method leads to the next. So a
 * step that is left out does not compile.
 */
final class BuilderStages {

    static final String BUILDER = "Builder";

    private static final String READY = "Ready";

    private final ClassName runner;
    private final List<StepModel> steps;

    BuilderStages(ClassName runner, List<StepModel> steps) {
        this.runner = runner;
        this.steps = steps;
    }

    ClassName first() {
        return stage(0);
    }

    Optional<ClassName> firstStep() {
        return steps.stream().map(StepModel::type).findFirst();
    }

    private ClassName stage(int index) {
        return runner.nestedClass(
                index == steps.size() ? READY : "Needs" + steps.get(index).simpleName());
    }

    List<TypeSpec> types() {
        List<TypeSpec> types = new ArrayList<>();
        for (int index = 0; index < steps.size(); index++) {
            types.add(needs(index));
        }
        types.add(ready());
        types.add(builder());
        return types;
    }

    private TypeSpec needs(int index) {
        return TypeSpec.interfaceBuilder(stage(index))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Waits for {@link $T}.", steps.get(index).type())
                .addMethod(setter(index)
                        .addModifiers(Modifier.ABSTRACT)
                        .addJavadoc(
                                "Sets the step {@link $T}.", steps.get(index).type())
                        .addJavadoc(Comments.ofStep(steps.get(index)))
                        .build())
                .build();
    }

    private MethodSpec.Builder setter(int index) {
        StepModel step = steps.get(index);
        return Specs.publicMethod(Words.method(step.simpleName()), stage(index + 1))
                .addParameter(step.type(), "step");
    }

    private TypeSpec ready() {
        return TypeSpec.interfaceBuilder(stage(steps.size()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Has all steps.")
                .addMethod(Specs.publicMethod("build", runner)
                        .addModifiers(Modifier.ABSTRACT)
                        .addJavadoc("Makes the {@link $T}.", runner)
                        .build())
                .build();
    }

    private TypeSpec builder() {
        // Coverage tools look at each class by itself, so the mark of the one around it does not do.
        TypeSpec.Builder builder = TypeSpec.classBuilder(BUILDER)
                .addAnnotation(RuntimeTypes.GENERATED_MARK)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        for (int index = 0; index <= steps.size(); index++) {
            builder.addSuperinterface(stage(index));
        }
        for (int index = 0; index < steps.size(); index++) {
            String name = Words.method(steps.get(index).simpleName());
            builder.addField(steps.get(index).type(), name, Modifier.PRIVATE);
            builder.addMethod(setter(index)
                    .addAnnotation(Override.class)
                    .addStatement("this.$N = $T.requireNonNull(step, $S)", name, Objects.class, name)
                    .addStatement("return this")
                    .build());
        }
        return builder.addMethod(Specs.override("build", runner)
                        .addStatement("return new $T($L)", runner, steps.isEmpty() ? "" : "this")
                        .build())
                .build();
    }
}
