/** How good the format is that is chosen where a step names none, against all that could have been named. */
@NullMarked
package dev.batchwright.benchmarks.auto;

import org.jspecify.annotations.NullMarked;
