/** Steps that run in processes of their own, and what becomes of a run when these die. */
@NullMarked
package dev.batchwright.samples.everykind.isolation;

import org.jspecify.annotations.NullMarked;
