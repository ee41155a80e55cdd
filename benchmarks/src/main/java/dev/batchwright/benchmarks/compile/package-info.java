/** What the annotation processor costs while sources compile, beside those of others that make as many classes of as many columns. */
@NullMarked
package dev.batchwright.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
