/** Microbenchmarks of generated serializers, run by JMH. */
@NullMarked
package dev.batchwright.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
