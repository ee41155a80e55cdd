/** Columns and types of a row, and what makes two schemas the same. Knows neither files nor steps. */
@NullMarked
package dev.batchwright.schema;

import org.jspecify.annotations.NullMarked;
