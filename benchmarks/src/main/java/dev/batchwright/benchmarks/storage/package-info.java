/** The formats against others that store rows, against a copy of the same bytes, and against the bare compressor. */
@NullMarked
package dev.batchwright.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
