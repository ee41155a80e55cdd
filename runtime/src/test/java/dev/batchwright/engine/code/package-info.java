/** Tests of what counts as a change of a class. */
@NullMarked
package dev.batchwright.engine.code;

import org.jspecify.annotations.NullMarked;
