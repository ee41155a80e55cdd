package dev.batchwright.processor.model;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline as declared.
 *
 * @param type the declaring type
 * @param description the first sentence of its Javadoc; empty where there is none
 * @param name the pipeline's name
 * @param memory the memory budget of runs that name none; empty where the pipeline names none either
 * @param flows its flows
 * @param ownSteps the steps that are declared in it
 * @param isPublic whether the type and all types around it are public
 * @param place where it is declared
 */
public record PipelineModel(
        ClassName type,
        String description,
        Setting<String> name,
        Setting<String> memory,
        List<Flow> flows,
        List<OwnStep> ownSteps,
        boolean isPublic,
        Place place) {

    /** A step that is declared in the pipeline's own type. */
    public record OwnStep(ClassName type, Place place) {}

    /** A path. */
    public record Flow(List<Stop> stops, Place place) {}

    /**
     * A class in a flow.
     *
     * @param text the class as text
     * @param step the step; none if the class is not one
     * @param place where it is named
     */
    public record Stop(String text, Optional<StepModel> step, Place place) {}

    public ClassName runner() {
        return GeneratedName.of(type, "Runner");
    }

    public ClassName cache() {
        return GeneratedName.of(type, "Cache");
    }
}
