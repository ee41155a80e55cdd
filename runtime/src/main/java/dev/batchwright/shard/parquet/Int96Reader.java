package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads times as Hive, Impala and older versions of Spark write them, into a column of twelve bytes: the nanoseconds of the day and the
 * number of the day, counted as astronomers do. Files do not say whether a time is one in UTC or one on somebody's wall; the row
 * decides.
 */
final class Int96Reader extends LeafReader {

    private static final int WIDTH = 12;

    /** The number of 1970-01-01. */
    private static final long EPOCH_DAY = 2_440_588;

    private static final long SECONDS_OF_DAY = 86_400;

    private long[] nanosOfDay = {};
    private int[] days = {};

    Int96Reader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
    }

    @Override
    public Instant readInstant() {
        int index = take();
        return Instant.ofEpochSecond(midnight(index), nanosOfDay[index]);
    }

    @Override
    public LocalDateTime readDateTime() {
        return LocalDateTime.ofInstant(readInstant(), ZoneOffset.UTC);
    }

    @Override
    void decode(Page page, int number) throws IOException {
        if (nanosOfDay.length < number) {
            nanosOfDay = new long[number];
            days = new int[number];
        }
        if (page.encoding() == Encoding.PLAIN) {
            ByteBuffer values = page.plain(number, WIDTH);
            for (int i = 0; i < number; i++) {
                nanosOfDay[i] = values.getLong();
                days[i] = values.getInt();
            }
            return;
        }
        ValuesReader decoder = decoder(page, number);
        for (int i = 0; i < number; i++) {
            ByteBuffer value = decoder.readBytes().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            nanosOfDay[i] = value.getLong();
            days[i] = value.getInt();
        }
    }

    private long midnight(int index) {
        // Java holds all of these times: days of 32 bits are less than six million years.
        return (days[index] - EPOCH_DAY) * SECONDS_OF_DAY;
    }
}
