/** Every kind of step and every type of column, each in its smallest form. */
@NullMarked
package dev.batchwright.samples.everykind;

import org.jspecify.annotations.NullMarked;
