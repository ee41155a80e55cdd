/**
 * File systems for tests: one that fails at a chosen operation, and one that knows what a loss of power would leave. They go over any
 * other files, alone or one over the other.
 */
@NullMarked
package dev.batchwright.cache.faults;

import org.jspecify.annotations.NullMarked;
