/** A row with a column of every type, kept in every format. Begin with {@link Everything}. */
@NullMarked
package dev.batchwright.samples.everykind.columns;

import org.jspecify.annotations.NullMarked;
