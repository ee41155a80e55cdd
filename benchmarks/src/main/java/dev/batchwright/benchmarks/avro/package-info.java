/** parquet-avro as one uses it with care: what the other side of two benchmarks is made of. */
@NullMarked
package dev.batchwright.benchmarks.avro;

import org.jspecify.annotations.NullMarked;
