/** A dataset made of real text: cleaned, filtered, freed of duplicates, cut into chunks and embedded. */
@NullMarked
package dev.batchwright.samples.corpus;

import org.jspecify.annotations.NullMarked;
