/** A pipeline with a step of every kind, over readings of weather stations. Begin with {@link Weather}. */
@NullMarked
package dev.batchwright.samples.everykind.weather;

import org.jspecify.annotations.NullMarked;
