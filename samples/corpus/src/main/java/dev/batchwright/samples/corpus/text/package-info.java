/** Documents, and what is done to them one by one: cleaning, and telling their language. */
@NullMarked
package dev.batchwright.samples.corpus.text;

import org.jspecify.annotations.NullMarked;
