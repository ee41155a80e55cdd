package dev.batchwright.samples.corpus.read;

import dev.batchwright.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Opens the jars in which texts are shipped. */
final class Jars {

    private Jars() {}

    static ZipFile open(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new SourceException(
                    jar + " is missing. Start this sample with samples/corpus/run, which fetches its texts.", null);
        }
        return new ZipFile(jar.toFile());
    }
}
