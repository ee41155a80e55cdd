@NullMarked
package dev.batchwright.benchmarks;

import org.jspecify.annotations.NullMarked;
