package dev.batchwright.samples.everykind.isolation;

import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Step;

/** So many parcels. */
@Step(persist = Persist.NEVER)
record Parcels(long count) implements SequentialSource<Parcel> {

    @Override
    public RowReader<Parcel> open(long firstRow) {
        long[] next = {firstRow};
        return () -> next[0] == count ? null : Parcel.of(next[0]++);
    }
}
