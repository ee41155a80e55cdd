package dev.batchwright.benchmarks.input;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.batchwright.benchmarks.input.Europarl.Speech;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file of documents as JSON lines. It is made once; a later run finds it. */
public final class DocsFile {

    private DocsFile() {}

    /**
     * Makes the file, unless it is there.
     *
     * @param size how large it is to be
     * @param folder where it lies
     * @param corpusJar the jar with the corpus
     * @return the file
     * @throws IOException if it cannot be written, or comes out with another size than it must have
     */
    public static Path in(Path folder, Size size, Path corpusJar) throws IOException {
        Path file = folder.resolve("docs-" + size + ".jsonl");
        if (Files.exists(file) && Files.size(file) == size.bytes()) {
            return file;
        }
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(file.getFileName() + ".tmp");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
            write(Europarl.read(corpusJar), size.repeats(), 1, out);
        }
        if (Files.size(unfinished) != size.bytes()) {
            throw new IOException(unfinished + " has " + Files.size(unfinished) + " bytes instead of " + size.bytes()
                    + ": the corpus or the generator is not the one that the checksums were computed with");
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Makes a file of all documents twice, with ids that run on, unless it is there.
     *
     * @param size how large the file of all documents is
     * @param folder where it lies
     * @param corpusJar the jar with the corpus
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path twice(Path folder, Size size, Path corpusJar) throws IOException {
        Path file = folder.resolve("docs-" + size + "x2.jsonl");
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(file.getFileName() + ".tmp");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
            write(Europarl.read(corpusJar), size.repeats(), 2, out);
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Makes a file of the first documents that vectors are made of, unless it is there.
     *
     * @param docs the file of all documents
     * @param size how large that is
     * @return the file, which is the given one if that has no more
     * @throws IOException if it cannot be written
     */
    public static Path firstOf(Path docs, Size size) throws IOException {
        if (size.vectorRows() == size.rows()) {
            return docs;
        }
        Path file = docs.resolveSibling("docs-" + size + "-" + size.vectorRows() + ".jsonl");
        if (Files.exists(file)) {
            return file;
        }
        Path unfinished = docs.resolveSibling(file.getFileName() + ".tmp");
        try (BufferedReader in = Files.newBufferedReader(docs);
                BufferedWriter out = Files.newBufferedWriter(unfinished)) {
            for (long row = 0; row < size.vectorRows(); row++) {
                out.append(in.readLine()).append('\n');
            }
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(List<Speech> speeches, int repeats, int times, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                .build();
        try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
            json.setRootValueSeparator(null);
            long id = 0;
            for (int i = 0; i < times * repeats; i++) {
                int repeat = i % repeats + 1;
                String suffix = repeat == 1 ? "" : " #" + repeat;
                for (Speech speech : speeches) {
                    json.writeStartObject();
                    json.writeNumberField("id", id++);
                    json.writeStringField("title", speech.title());
                    json.writeStringField("date", speech.date());
                    json.writeStringField("text", speech.body() + suffix);
                    json.writeEndObject();
                    json.writeRaw('\n');
                }
            }
        }
    }
}
