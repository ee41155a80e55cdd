/** Benchmarks: how fast, and with how much memory. Nothing else depends on them. */
package dev.batchwright.benchmarks;
