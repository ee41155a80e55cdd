/** All that a user types: step interfaces, datasets, options, reports and exceptions. */
@NullMarked
package dev.batchwright;

import org.jspecify.annotations.NullMarked;
