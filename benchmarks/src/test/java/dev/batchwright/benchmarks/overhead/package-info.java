@NullMarked
package dev.batchwright.benchmarks.overhead;

import org.jspecify.annotations.NullMarked;
