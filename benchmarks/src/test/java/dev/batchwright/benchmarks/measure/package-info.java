@NullMarked
package dev.batchwright.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
