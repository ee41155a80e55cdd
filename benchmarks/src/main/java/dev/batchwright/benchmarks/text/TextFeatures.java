package dev.batchwright.benchmarks.text;

import dev.batchwright.annotation.Column;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What the chain makes of a document.
 *
 * @param id the document
 * @param text its normalised text
 * @param tokens how many tokens the text has
 * @param crc the CRC-32 of the text in UTF-8, from 0 to 2^32 - 1
 * @param averageLength how many code points a token has on average
 */
public record TextFeatures(
        long id,
        String text,
        int tokens,
        long crc,
        @Column(name = "avg_len") double averageLength) {

    /**
     * Computes the features of a document.
     *
     * @param doc a document with a normalised text that is not empty
     * @return its features
     */
    public static TextFeatures of(Doc doc) {
        String text = doc.text();
        int tokens = Tokens.count(text);
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        int codePoints = text.codePointCount(0, text.length());
        return new TextFeatures(doc.id(), text, tokens, crc.getValue(), (double) (codePoints - (tokens - 1)) / tokens);
    }
}
