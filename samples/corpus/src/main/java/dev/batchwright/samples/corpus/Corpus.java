package dev.batchwright.samples.corpus;

import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.samples.corpus.dedup.DropExactDuplicates;
import dev.batchwright.samples.corpus.dedup.DropNearDuplicates;
import dev.batchwright.samples.corpus.dedup.GroupDuplicates;
import dev.batchwright.samples.corpus.dedup.PairNearDuplicates;
import dev.batchwright.samples.corpus.dedup.SignDocuments;
import dev.batchwright.samples.corpus.embed.EmbedChunks;
import dev.batchwright.samples.corpus.embed.SplitIntoChunks;
import dev.batchwright.samples.corpus.read.ReadSourceFiles;
import dev.batchwright.samples.corpus.read.ReadSpeeches;
import dev.batchwright.samples.corpus.text.DetectLanguage;
import dev.batchwright.samples.corpus.text.KeepLanguages;
import dev.batchwright.samples.corpus.text.Normalise;

/**
 * From files to searchable passages. Speeches and source files meet in {@link Normalise}. Behind {@link DropExactDuplicates} the
 * documents go two ways: one finds out which of them nearly repeat others, the other waits for the answer and drops those.
 */
@Pipeline
@Flow({ReadSpeeches.class, Normalise.class, DetectLanguage.class, KeepLanguages.class, DropExactDuplicates.class})
@Flow({ReadSourceFiles.class, Normalise.class})
@Flow({
    DropExactDuplicates.class,
    SignDocuments.class,
    PairNearDuplicates.class,
    GroupDuplicates.class,
    DropNearDuplicates.class
})
@Flow({DropExactDuplicates.class, DropNearDuplicates.class, SplitIntoChunks.class, EmbedChunks.class})
interface Corpus {}
