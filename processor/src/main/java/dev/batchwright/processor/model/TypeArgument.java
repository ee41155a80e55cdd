package dev.batchwright.processor.model;

import java.util.Optional;

/**
 * What a step puts in for a type parameter of its step interface.
 *
 * @param text the type as text
 * @param isOpen whether it is raw, a wildcard, or a type variable
 * @param row the row, if the type can be one
 * @param shape how a value of the type is stored, if it is a key
 * @param notARow why it is not a row, if it is not, as the rest of a sentence
 */
public record TypeArgument(
        String text, boolean isOpen, Optional<RowModel> row, Optional<Shape> shape, String notARow) {}
