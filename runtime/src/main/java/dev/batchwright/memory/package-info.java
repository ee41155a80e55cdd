/** What the framework holds in memory on behalf of a run, and within which budget: grouping rows by key, and sorting them. */
@NullMarked
package dev.batchwright.memory;

import org.jspecify.annotations.NullMarked;
