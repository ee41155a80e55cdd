/** What it costs to have a step called in a process of its own: the same trivial step here and there. */
@NullMarked
package dev.batchwright.benchmarks.isolated;

import org.jspecify.annotations.NullMarked;
