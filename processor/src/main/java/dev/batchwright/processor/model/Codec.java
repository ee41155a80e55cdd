package dev.batchwright.processor.model;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import java.util.Optional;

/**
 * A codec of a column.
 *
 * @param type the codec's class
 * @param obstacle why it cannot be used, with the fix, if it cannot
 * @param place where it is named
 */
public record Codec(TypeName type, Optional<String> obstacle, Place place) {}
