/** The engine alone: steps that do next to nothing, of which nothing is kept. */
@NullMarked
package dev.batchwright.benchmarks.overhead;

import org.jspecify.annotations.NullMarked;
