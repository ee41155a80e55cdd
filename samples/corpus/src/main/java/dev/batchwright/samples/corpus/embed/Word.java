package dev.batchwright.samples.corpus.embed;

/**
 * A word or a single punctuation mark, as the model's vocabulary spells it.
 *
 * @param text lower case, without accents
 * @param start where it begins in the original text
 * @param end where it ends in the original text, exclusive
 */
record Word(String text, int start, int end) {}
