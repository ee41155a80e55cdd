package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shard.parquet.PageCompressor.Content;
import org.jspecify.annotations.Nullable;

/**
 * A column of floating point numbers, plain or with their bytes split. What is better is tried once, on the first page of the file:
 * they are split if they are compressed at all and get smaller by a twentieth that way. Split bytes count as noise if a compressor that
 * takes them for that makes them larger by a hundredth at most, since it is faster.
 */
abstract class FloatingWriter extends LeafWriter {

    private final int width;
    private final PlainBuffer buffer = new PlainBuffer();
    private @Nullable PlainBuffer split;
    private Content content = Content.ANY;
    private boolean tried;

    FloatingWriter(ColumnDescriptor column, PageCompressor compressor, int width) {
        super(column, compressor);
        this.width = width;
        this.tried = !compressor.compresses();
    }

    /** The numbers of the open page, plain. */
    final PlainBuffer plain() {
        return buffer;
    }

    @Override
    final long valuesSize() {
        return buffer.size();
    }

    @Override
    final PlainBuffer values() {
        if (!tried && buffer.size() > 0) {
            tried = true;
            split = splittingPays() ? new PlainBuffer() : null;
        }
        if (split == null) {
            return buffer;
        }
        split.reset();
        StreamSplit.split(buffer, width, split);
        return split;
    }

    @Override
    final Encoding encoding() {
        return split == null ? Encoding.PLAIN : Encoding.BYTE_STREAM_SPLIT;
    }

    @Override
    final Content content() {
        return content;
    }

    @Override
    final void resetValues() {
        buffer.reset();
    }

    /** Tried with the whole page: what a compressor makes of the streams depends on how long they are. */
    private boolean splittingPays() {
        PlainBuffer trial = new PlainBuffer();
        StreamSplit.split(buffer, width, trial);
        long plainSize = compressedSize(buffer, Content.ANY);
        long splitSize = compressedSize(trial, Content.ANY);
        if (splitSize * 20 >= plainSize * 19) {
            return false;
        }
        if (compressedSize(trial, Content.NOISE) * 100L <= splitSize * 101) {
            content = Content.NOISE;
        }
        return true;
    }

    private int compressedSize(PlainBuffer bytes, Content as) {
        return compressor().compressedSize(bytes.array(), bytes.size(), as);
    }
}
