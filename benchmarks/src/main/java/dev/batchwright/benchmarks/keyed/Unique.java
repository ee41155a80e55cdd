package dev.batchwright.benchmarks.keyed;

import dev.batchwright.benchmarks.text.Doc;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A document whose text no document before it has.
 *
 * @param id the document
 * @param crc the CRC-32 of its text in UTF-8, from 0 to 2^32 - 1
 * @param text the text
 */
record Unique(long id, long crc, String text) {

    static Unique of(Doc doc) {
        return new Unique(doc.id(), crc(doc.text()), doc.text());
    }

    static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
