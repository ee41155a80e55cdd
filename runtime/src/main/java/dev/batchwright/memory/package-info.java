/** What the framework holds in memory on behalf of a run, and within which budget: the grouping of rows by key. */
@NullMarked
package dev.batchwright.memory;

import org.jspecify.annotations.NullMarked;
