package dev.batchwright.processor.model;

import java.util.List;

/**
 * A step interface that a step implements, perhaps by way of others.
 *
 * @param kind which one
 * @param arguments what stands in for its type parameters; none if it is raw
 */
public record StepInterface(StepKind kind, List<TypeArgument> arguments) {}
