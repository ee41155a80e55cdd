package dev.batchwright.samples.corpus.read;

import dev.batchwright.RowReader;
import dev.batchwright.samples.corpus.text.Document;
import dev.batchwright.samples.corpus.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Makes documents out of files in jars. */
final class SourceFiles implements RowReader<Document> {

    private final Map<Path, ZipFile> jars = new HashMap<>();
    private final Iterator<SourceListing.Entry> files;

    SourceFiles(List<SourceListing.Entry> files) {
        this.files = files.iterator();
    }

    @Override
    public @Nullable Document next() throws IOException {
        if (!files.hasNext()) {
            return null;
        }
        SourceListing.Entry file = files.next();
        String id = file.origin() + "/" + file.path();
        return new Document(id, file.origin(), file.path(), Language.UNKNOWN, text(file));
    }

    private String text(SourceListing.Entry file) throws IOException {
        ZipFile jar = jars.get(file.jar());
        if (jar == null) {
            jar = Jars.open(file.jar());
            jars.put(file.jar(), jar);
        }
        try (InputStream bytes = jar.getInputStream(jar.getEntry(file.path()))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        for (ZipFile jar : jars.values()) {
            jar.close();
        }
    }
}
