/**
 * Runs pipelines on this machine: from the stages of a plan to tasks, from tasks to chains of fused steps, on some worker threads.
 */
@NullMarked
package dev.batchwright.engine;

import org.jspecify.annotations.NullMarked;
