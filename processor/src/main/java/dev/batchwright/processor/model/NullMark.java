package dev.batchwright.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * The annotation by which a component may be null.
 *
 * @param annotation the annotation
 * @param isOnType whether it stands on types; otherwise it stands on methods
 */
public record NullMark(ClassName annotation, boolean isOnType) {}
