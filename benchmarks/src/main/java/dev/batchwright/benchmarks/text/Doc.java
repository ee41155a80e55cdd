package dev.batchwright.benchmarks.text;

/**
 * A document as it is read.
 *
 * @param id the number of the row, from 0
 * @param title the title
 * @param date the date, in whatever form the corpus has it
 * @param text the text
 */
public record Doc(long id, String title, String date, String text) {

    /** The same document with its text normalised. */
    public Doc normalised() {
        return new Doc(id, title, date, NormalisedText.of(text));
    }
}
