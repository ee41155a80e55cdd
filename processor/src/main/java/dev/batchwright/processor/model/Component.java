package dev.batchwright.processor.model;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import java.util.Optional;

/**
 * A component of a row or of a record within a row.
 *
 * @param name its name
 * @param type its type as the record declares it
 * @param column its name in files
 * @param shape how it is stored; where there is a codec, what the codec stores
 * @param nullable whether it may be null
 * @param nullMark what says so, where the method that gives its value can bear it too
 * @param codec what turns it into what is stored
 * @param place where it is declared
 */
public record Component(
        String name,
        TypeName type,
        String column,
        Shape shape,
        boolean nullable,
        Optional<NullMark> nullMark,
        Optional<Codec> codec,
        Place place) {}
