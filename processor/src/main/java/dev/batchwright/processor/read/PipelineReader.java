package dev.batchwright.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.Setting;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads pipelines with their steps, which may come from class files. */
public final class PipelineReader {

    private final Scope scope;
    private final StepReader steps;

    public PipelineReader(Scope scope) {
        this.scope = scope;
        this.steps = new StepReader(scope, new RowReader(scope));
    }

    public PipelineModel read(TypeElement type) {
        Optional<AnnotationReader> pipeline = AnnotationReader.find(type, "Pipeline");
        Setting<String> given = pipeline.map(each -> each.setting("name", String.class, ""))
                .orElseGet(() -> new Setting<>("", false, Place.of(type)));
        Setting<String> name = given.value().isEmpty()
                ? new Setting<>(KebabCase.of(type.getSimpleName().toString()), false, given.place())
                : given;
        List<PipelineModel.Flow> flows = new ArrayList<>();
        for (AnnotationReader flow : flows(type)) {
            flows.add(flow(flow, type));
        }
        Setting<String> memory = pipeline.map(each -> each.setting("memory", String.class, ""))
                .orElseGet(() -> new Setting<>("", false, Place.of(type)));
        boolean isPublic = Scope.throughout(type, Modifier.PUBLIC);
        return new PipelineModel(
                ClassName.get(type),
                scope.description(type),
                name,
                memory,
                flows,
                ownSteps(type),
                isPublic,
                Place.of(type));
    }

    private static List<PipelineModel.OwnStep> ownSteps(TypeElement pipeline) {
        return ElementFilter.typesIn(pipeline.getEnclosedElements()).stream()
                .filter(StepReader::isStep)
                .map(step -> new PipelineModel.OwnStep(ClassName.get(step), Place.of(step)))
                .toList();
    }

    private static List<AnnotationReader> flows(TypeElement type) {
        Optional<AnnotationReader> several = AnnotationReader.find(type, "Flow.Several");
        if (several.isEmpty()) {
            return AnnotationReader.find(type, "Flow").stream().toList();
        }
        return several.get().values("value").stream()
                .map(AnnotationValue::getValue)
                .map(AnnotationMirror.class::cast)
                .map(mirror -> AnnotationReader.of(type, mirror))
                .toList();
    }

    private PipelineModel.Flow flow(AnnotationReader flow, TypeElement pipeline) {
        List<PipelineModel.Stop> stops = new ArrayList<>();
        for (AnnotationValue value : flow.values("value")) {
            stops.add(stop(value, flow.place(value), pipeline));
        }
        return new PipelineModel.Flow(stops, flow.place());
    }

    private PipelineModel.Stop stop(AnnotationValue value, Place place, TypeElement pipeline) {
        if (!(value.getValue() instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
            throw new MissingTypeException(
                    String.valueOf(value.getValue()), "a flow of " + pipeline.getSimpleName() + " names it", place);
        }
        String text = TypeText.of(TypeName.get(type));
        if (!(type instanceof DeclaredType declared) || !StepReader.isStep((TypeElement) declared.asElement())) {
            return new PipelineModel.Stop(text, Optional.empty(), place);
        }
        String fromPackage =
                scope.elements().getPackageOf(pipeline).getQualifiedName().toString();
        StepModel step = steps.read((TypeElement) declared.asElement(), fromPackage, place);
        return new PipelineModel.Stop(text, Optional.of(step), place);
    }
}
