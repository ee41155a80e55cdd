@NullMarked
package dev.batchwright.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
