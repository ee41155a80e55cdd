/** Asking the finished corpus. */
@NullMarked
package dev.batchwright.samples.corpus.search;

import org.jspecify.annotations.NullMarked;
