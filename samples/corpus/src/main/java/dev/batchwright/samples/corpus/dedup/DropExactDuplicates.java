package dev.batchwright.samples.corpus.dedup;

import dev.batchwright.Dataset;
import dev.batchwright.KeyedStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.corpus.text.Document;

/** Keeps the first of all documents with the same text. */
@Step
public record DropExactDuplicates() implements KeyedStep<ContentHash, Document, Document> {

    @Override
    public ContentHash key(Document document) {
        return ContentHash.of(document.text());
    }

    @Override
    public void process(ContentHash hash, Dataset<Document> sameText, Output<Document> out) {
        out.add(sameText.iterator().next());
    }
}
