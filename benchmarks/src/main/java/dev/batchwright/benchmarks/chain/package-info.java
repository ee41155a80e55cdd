/** A chain of row-wise steps over text, as pipelines and as a loop written by hand over the same readers and part writers. */
@NullMarked
package dev.batchwright.benchmarks.chain;

import org.jspecify.annotations.NullMarked;
