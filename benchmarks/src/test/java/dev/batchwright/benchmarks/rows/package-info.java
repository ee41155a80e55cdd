@NullMarked
package dev.batchwright.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
