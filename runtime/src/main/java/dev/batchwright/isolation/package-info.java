/**
 * Runs steps in processes of their own: starts them, sends them rows and takes what they make, and ends them. Both sides are here, that of
 * the run and that of the child. Knows nothing of tasks; what happens to rows whose process has died is up to the engine.
 */
@NullMarked
package dev.batchwright.isolation;

import org.jspecify.annotations.NullMarked;
