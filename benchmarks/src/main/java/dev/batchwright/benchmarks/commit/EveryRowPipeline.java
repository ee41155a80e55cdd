package dev.batchwright.benchmarks.commit;

import dev.batchwright.MapStep;
import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Checkpoint;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Format;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.util.List;

/** One shard that is committed after every row. */
@Pipeline
@Flow({EveryRowPipeline.Rows.class, EveryRowPipeline.Note.class})
interface EveryRowPipeline {

    /** Numbered rows. */
    @Step(persist = Persist.NEVER)
    record Rows(long count) implements Source<Noted> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("rows", "", 0, count));
        }

        @Override
        public RowReader<Noted> open(Split split, long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == count ? null : new Noted(next[0]++, "");
        }
    }

    /** Makes a text of a kilobyte, and commits it. */
    @Step(persist = Persist.ALWAYS, checkpoint = Checkpoint.EVERY_BATCH, format = Format.MESSAGE_PACK)
    record Note(@Resource Pace pace) implements MapStep<Noted, Noted> {

        @Override
        public Noted map(Noted row) {
            pace.row(row.id());
            return new Noted(
                    row.id(),
                    Long.toString(row.id()).repeat(200).substring(0, 200).repeat(5));
        }
    }
}
