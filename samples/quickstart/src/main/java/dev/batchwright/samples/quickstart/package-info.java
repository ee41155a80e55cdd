/** The smallest pipeline that is worth running. */
@NullMarked
package dev.batchwright.samples.quickstart;

import org.jspecify.annotations.NullMarked;
