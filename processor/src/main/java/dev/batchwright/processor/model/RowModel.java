package dev.batchwright.processor.model;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Place;
import java.util.Optional;

/**
 * A row record.
 *
 * @param type the record
 * @param description the first sentence of its Javadoc; empty where there is none, or no source
 * @param shape its columns
 * @param format the format that {@code @Row} asks for
 * @param compression the compression that {@code @Row} asks for
 * @param isPublic whether the record and all types around it are public
 * @param obstacle the private type that hides the record, if one does
 * @param inSources whether the record is compiled now; if not, its serializer may have been made where it was
 * @param alreadyGenerated whether there is a serializer where the record comes from
 * @param place where it is declared, or used if that is outside this compilation
 */
public record RowModel(
        ClassName type,
        String description,
        Shape.Structure shape,
        Setting<String> format,
        Setting<String> compression,
        boolean isPublic,
        Optional<String> obstacle,
        boolean inSources,
        boolean alreadyGenerated,
        Place place) {

    public ClassName serializer() {
        return GeneratedName.of(type, "ShardSerializer");
    }

    public ClassName batch() {
        return GeneratedName.of(type, "Batch");
    }

    /** Whether this compilation has to make the serializer. */
    public boolean isGeneratedHere() {
        return inSources || !alreadyGenerated;
    }
}
