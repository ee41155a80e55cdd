/** From documents to vectors: cutting texts into chunks that fit the model, and running the model over them. */
@NullMarked
package dev.batchwright.samples.corpus.embed;

import org.jspecify.annotations.NullMarked;
