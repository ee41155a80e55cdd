@NullMarked
package dev.batchwright.benchmarks.text;

import org.jspecify.annotations.NullMarked;
