@NullMarked
package dev.batchwright.benchmarks.chain;

import org.jspecify.annotations.NullMarked;
