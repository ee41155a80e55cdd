/** What commits cost, how soon a run goes on, and what an interruption costs. */
@NullMarked
package dev.batchwright.benchmarks.commit;

import org.jspecify.annotations.NullMarked;
