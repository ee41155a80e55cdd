@NullMarked
package dev.batchwright.benchmarks.isolated;

import org.jspecify.annotations.NullMarked;
