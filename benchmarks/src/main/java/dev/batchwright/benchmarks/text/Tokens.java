package dev.batchwright.benchmarks.text;

/** The tokens of a normalised text: what stands between single spaces. */
public final class Tokens {

    private Tokens() {}

    /**
     * Counts the tokens.
     *
     * @param text a normalised text
     * @return 0 for the empty text, else one more than it has spaces
     */
    public static int count(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int tokens = 1;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            tokens++;
        }
        return tokens;
    }
}
