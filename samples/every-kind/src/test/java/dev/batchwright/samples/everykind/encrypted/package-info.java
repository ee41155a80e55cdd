/** A part format of one's own: what is to be written for it, and what a pipeline makes of it. */
@NullMarked
package dev.batchwright.samples.everykind.encrypted;

import org.jspecify.annotations.NullMarked;
