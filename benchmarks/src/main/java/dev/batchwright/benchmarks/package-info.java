/** Benchmarks: how fast, and with how much memory. Nothing else depends on them. */
@NullMarked
package dev.batchwright.benchmarks;

import org.jspecify.annotations.NullMarked;
