/** Finding documents that say the same, word for word or nearly so. */
@NullMarked
package dev.batchwright.samples.corpus.dedup;

import org.jspecify.annotations.NullMarked;
