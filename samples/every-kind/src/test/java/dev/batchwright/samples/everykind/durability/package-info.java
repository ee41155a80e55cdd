/** Runs that end before their time, and what the next run makes of what they have left. */
@NullMarked
package dev.batchwright.samples.everykind.durability;

import org.jspecify.annotations.NullMarked;
