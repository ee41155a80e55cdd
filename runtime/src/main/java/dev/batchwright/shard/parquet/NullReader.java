package dev.batchwright.shard.parquet;

/**
 * Reads a column that its maker gave no type, since it never saw a value for it: there are levels, and nothing else. Whatever the row
 * has in its place is null, and an array of it is empty.
 */
final class NullReader extends LeafReader {

    NullReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
    }

    @Override
    void decode(Page page, int number) {
        throw pages().damage().because(describe() + " has values, though its type says that it has none");
    }

    @Override
    RuntimeException refuse(String kind) {
        return missing();
    }

    @Override
    public boolean[] readBooleans() {
        return new boolean[takeArray()];
    }

    @Override
    public short[] readShorts() {
        return new short[takeArray()];
    }

    @Override
    public char[] readChars() {
        return new char[takeArray()];
    }

    @Override
    public int[] readInts() {
        return new int[takeArray()];
    }

    @Override
    public long[] readLongs() {
        return new long[takeArray()];
    }

    @Override
    public float[] readFloats() {
        return new float[takeArray()];
    }

    @Override
    public double[] readDoubles() {
        return new double[takeArray()];
    }
}
