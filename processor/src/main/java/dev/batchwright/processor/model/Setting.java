package dev.batchwright.processor.model;

import dev.batchwright.processor.diagnostics.Place;

/**
 * A value of an annotation.
 *
 * @param value the value, or the default
 * @param isStated whether the user wrote it
 * @param place where it stands, or the annotation, or the class
 * @param <T> the value's type
 */
public record Setting<T>(T value, boolean isStated, Place place) {}
