/** Runs that have little memory. */
@NullMarked
package dev.batchwright.samples.everykind.memory;

import org.jspecify.annotations.NullMarked;
