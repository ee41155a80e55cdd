/** The work itself, which the pipelines and the hand-written loop share: rows, what is done to a text, the checksum of a result. */
@NullMarked
package dev.batchwright.benchmarks.text;

import org.jspecify.annotations.NullMarked;
