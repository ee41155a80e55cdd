/** The sources: where the texts come from. */
@NullMarked
package dev.batchwright.samples.corpus.read;

import org.jspecify.annotations.NullMarked;
