/** Grouping by key of more rows than memory has room for: the pipeline against a program written by hand. */
@NullMarked
package dev.batchwright.benchmarks.keyed;

import org.jspecify.annotations.NullMarked;
