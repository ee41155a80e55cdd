package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.BoundaryOrder;
import dev.batchwright.shaded.parquet.format.ColumnIndex;
import dev.batchwright.shaded.parquet.format.Statistics;
import dev.batchwright.shaded.parquet.internal.column.columnindex.BinaryTruncator;
import dev.batchwright.shaded.parquet.io.api.Binary;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other tools need in order to skip a column's pages: the range of values in each and in all of them. Made here and not by
 * parquet-java, whose statistics of all types load a geometry library.
 */
final class ChunkStatistics {

    /** How many bytes of a smallest or largest text are kept. */
    private static final int LENGTH = 64;

    private final boolean isBinary;
    private final BinaryTruncator truncator;
    private final List<@Nullable ValueRange> ranges = new ArrayList<>();
    private final List<Long> nulls = new ArrayList<>();
    private @Nullable ValueRange range;
    private long nullCount;
    private boolean isComplete = true;

    ChunkStatistics(PrimitiveType type) {
        this.isBinary = type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
        this.truncator = BinaryTruncator.getTruncator(isBinary ? type : null);
    }

    /** Adds a page. One with values of which no range is known makes the statistics of all of them useless. */
    void add(EncodedPage page) {
        ValueRange ofPage = page.range();
        if (ofPage == null && page.nulls() < page.values()) {
            isComplete = false;
        }
        if (ofPage != null) {
            range = range == null ? ofPage : range.with(ofPage);
        }
        ranges.add(ofPage);
        nulls.add((long) page.nulls());
        nullCount += page.nulls();
    }

    /** The statistics of all pages, or null if there are none to be had. */
    @Nullable
    Statistics statistics() {
        if (!isComplete) {
            return null;
        }
        Statistics statistics = new Statistics();
        statistics.setNull_count(nullCount);
        if (range != null) {
            statistics.setMin_value(min(range));
            statistics.setMax_value(max(range));
            statistics.setIs_min_value_exact(isExact(range.min()));
            statistics.setIs_max_value_exact(isExact(range.max()));
        }
        return statistics;
    }

    /** The statistics of each page, or null if there are none to be had. */
    @Nullable
    ColumnIndex index() {
        if (!isComplete) {
            return null;
        }
        List<Boolean> nullPages = new ArrayList<>();
        List<ByteBuffer> mins = new ArrayList<>();
        List<ByteBuffer> maxes = new ArrayList<>();
        for (ValueRange ofPage : ranges) {
            nullPages.add(ofPage == null);
            mins.add(ByteBuffer.wrap(ofPage == null ? new byte[0] : min(ofPage)));
            maxes.add(ByteBuffer.wrap(ofPage == null ? new byte[0] : max(ofPage)));
        }
        ColumnIndex index = new ColumnIndex(nullPages, mins, maxes, order());
        index.setNull_counts(nulls);
        return index;
    }

    private BoundaryOrder order() {
        ValueRange before = null;
        for (ValueRange ofPage : ranges) {
            if (before != null && ofPage != null && !before.precedes(ofPage)) {
                return BoundaryOrder.UNORDERED;
            }
            before = ofPage == null ? before : ofPage;
        }
        return BoundaryOrder.ASCENDING;
    }

    private boolean isExact(byte[] value) {
        return !isBinary || value.length <= LENGTH;
    }

    private byte[] min(ValueRange ofPage) {
        return isExact(ofPage.min())
                ? ofPage.min()
                : truncator
                        .truncateMin(Binary.fromConstantByteArray(ofPage.min()), LENGTH)
                        .getBytes();
    }

    private byte[] max(ValueRange ofPage) {
        return isExact(ofPage.max())
                ? ofPage.max()
                : truncator
                        .truncateMax(Binary.fromConstantByteArray(ofPage.max()), LENGTH)
                        .getBytes();
    }
}
