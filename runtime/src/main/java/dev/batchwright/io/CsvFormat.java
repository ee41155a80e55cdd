package dev.batchwright.io;

/**
 * How fields are separated and quoted in CSV files. Immutable: every method gives a new format.
 *
 * @param delimiter what separates fields
 * @param quote what encloses a field that holds a delimiter, a line end or a quote, which is then doubled
 * @param header whether the first line of each file names the columns
 * @param multiline whether a quoted field may hold line ends. Where it may, a file can only be read from its start and is one
 *     split; where not, large files are read in parallel
 */
public record CsvFormat(char delimiter, char quote, boolean header, boolean multiline) {

    /** Checks that the characters can be told apart. */
    public CsvFormat {
        if (delimiter == quote || isTaken(delimiter) || isTaken(quote)) {
            throw new IllegalArgumentException(
                    "Delimiter and quote must differ from each other, from # and from line ends");
        }
    }

    /**
     * Comma-separated values as RFC 4180 has them, with a header, with line ends within quotes.
     *
     * @return the format
     */
    public static CsvFormat csv() {
        return new CsvFormat(',', '"', true, true);
    }

    /**
     * The same with tabs between fields.
     *
     * @return the format
     */
    public static CsvFormat tsv() {
        return csv().withDelimiter('\t');
    }

    /**
     * The same with another delimiter.
     *
     * @param character what separates fields
     * @return a new format
     */
    public CsvFormat withDelimiter(char character) {
        return new CsvFormat(character, quote, header, multiline);
    }

    /**
     * The same with another quote.
     *
     * @param character what encloses fields
     * @return a new format
     */
    public CsvFormat withQuote(char character) {
        return new CsvFormat(delimiter, character, header, multiline);
    }

    /**
     * The same for files without a header, whose fields are the columns of the row in their order.
     *
     * @return a new format
     */
    public CsvFormat withoutHeader() {
        return new CsvFormat(delimiter, quote, false, multiline);
    }

    /**
     * The same with or without line ends within quotes.
     *
     * @param allowed whether a quoted field may hold line ends
     * @return a new format
     */
    public CsvFormat multiline(boolean allowed) {
        return new CsvFormat(delimiter, quote, header, allowed);
    }

    private static boolean isTaken(char character) {
        return character == '#' || character == '\n' || character == '\r';
    }
}
