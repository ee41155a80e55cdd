package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.IOException;
import java.util.Arrays;

/** Reads whole numbers of up to 32 bits from an INT32 column. */
final class IntReader extends LeafReader {

    private int[] values = {};

    IntReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
    }

    @Override
    public int readInt() {
        // First, since it may replace the values by those of the next page.
        int index = take();
        return values[index];
    }

    @Override
    public byte readByte() {
        int index = take();
        return (byte) inRange(values[index], Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short readShort() {
        int index = take();
        return (short) inRange(values[index], Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public char readChar() {
        int index = take();
        return (char) inRange(values[index], Character.MIN_VALUE, Character.MAX_VALUE);
    }

    @Override
    public int[] readInts() {
        int length = takeArray();
        int[] array = Arrays.copyOfRange(values, arrayStart(length), arrayStart(length) + length);
        while (arrayGoesOn()) {
            int more = takeArray();
            int old = array.length;
            array = Arrays.copyOf(array, old + more);
            System.arraycopy(values, arrayStart(more), array, old, more);
        }
        return array;
    }

    @Override
    public short[] readShorts() {
        int[] ints = readInts();
        short[] array = new short[ints.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = (short) inRange(ints[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return array;
    }

    @Override
    public char[] readChars() {
        int[] ints = readInts();
        char[] array = new char[ints.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = (char) inRange(ints[i], Character.MIN_VALUE, Character.MAX_VALUE);
        }
        return array;
    }

    @Override
    void decode(Page page, int number) throws IOException {
        if (page.encoding() == Encoding.PLAIN) {
            page.plain(number, Integer.BYTES).asIntBuffer().get(room(number), 0, number);
            return;
        }
        ValuesReader decoder = decoder(page, number);
        int[] into = room(number);
        for (int i = 0; i < number; i++) {
            into[i] = decoder.readInteger();
        }
    }

    private int[] room(int number) {
        if (values.length < number) {
            values = new int[number];
        }
        return values;
    }

    private int inRange(int value, int smallest, int largest) {
        if (value < smallest || value > largest) {
            throw wrong("the number " + value + ", which does not fit the row's component", null);
        }
        return value;
    }
}
