/** Runs a piece of work in a JVM of its own, measures it from outside, and says whether stated bars hold. */
@NullMarked
package dev.batchwright.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
