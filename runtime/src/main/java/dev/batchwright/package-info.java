/**
 * Everything that a user types: the step interfaces, {@link dev.batchwright.Batch}, {@link dev.batchwright.Output},
 * {@link dev.batchwright.Dataset}, the options and the report of a run, and the exceptions. It depends on no other package.
 */
@NullMarked
package dev.batchwright;

import org.jspecify.annotations.NullMarked;
