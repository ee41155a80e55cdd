package dev.batchwright.samples.corpus.text;

/**
 * One text with where it comes from.
 *
 * @param id unique among all documents
 * @param origin the collection that it comes from
 * @param title what people call it
 * @param language a code such as {@code en}, or one of the constants of {@link Language}
 * @param text the text itself
 */
public record Document(String id, String origin, String title, String language, String text) {

    /** The same document with another text. */
    public Document withText(String changed) {
        return new Document(id, origin, title, language, changed);
    }

    /** The same document with another language. */
    public Document withLanguage(String found) {
        return new Document(id, origin, title, found, text);
    }
}
