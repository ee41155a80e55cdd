package dev.batchwright.samples.corpus.dedup;

import dev.batchwright.CoGroupStep;
import dev.batchwright.Dataset;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.corpus.text.Document;

/** Keeps the documents that no {@link Duplicate} names: an anti-join. */
@Step
public record DropNearDuplicates() implements CoGroupStep<String, Document, Duplicate, Document> {

    @Override
    public String leftKey(Document document) {
        return document.id();
    }

    @Override
    public String rightKey(Duplicate duplicate) {
        return duplicate.document();
    }

    @Override
    public void process(String id, Dataset<Document> documents, Dataset<Duplicate> duplicates, Output<Document> out) {
        if (!duplicates.iterator().hasNext()) {
            documents.forEach(out::add);
        }
    }
}
