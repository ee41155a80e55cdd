@NullMarked
package dev.batchwright.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
