/** Makes the input files out of a corpus that is a dependency of the build. */
@NullMarked
package dev.batchwright.benchmarks.input;

import org.jspecify.annotations.NullMarked;
