package dev.batchwright.shard;

import dev.batchwright.Batch;
import org.jspecify.annotations.Nullable;

/** What the processor generates for {@link Passage}. */
public final class PassageBatch extends LazyBatch<Passage> {

    private static final LazyColumn<long[]> ID = LazyColumn.of(PassageBatch::decodeId);
    private static final LazyColumn<String[]> TITLE = LazyColumn.of(PassageBatch::decodeText, PassageBatch::sizeOf);
    private static final LazyColumn<String[]> TEXT = LazyColumn.of(PassageBatch::decodeText, PassageBatch::sizeOf);
    private static final LazyColumn<float[][]> VECTOR =
            LazyColumn.of(PassageBatch::decodeVector, value -> 16 + 4L * value.length);

    private long @Nullable [] id;
    private String @Nullable [] title;
    private String @Nullable [] text;
    private float @Nullable [][] vector;

    PassageBatch(ColumnSource columns) {
        super(columns);
    }

    public long id(int row) {
        long[] values = id;
        if (values == null) {
            values = decoded(0, ID);
            id = values;
        }
        return values[row];
    }

    public String title(int row) {
        String[] values = title;
        if (values == null) {
            values = decoded(1, TITLE);
            title = values;
        }
        return values[row];
    }

    public String text(int row) {
        String[] values = text;
        if (values == null) {
            values = decoded(2, TEXT);
            text = values;
        }
        return values[row];
    }

    public float[] vector(int row) {
        float[][] values = vector;
        if (values == null) {
            values = decoded(3, VECTOR);
            vector = values;
        }
        return values[row];
    }

    @Override
    protected Passage build(int row) {
        return new Passage(id(row), title(row), text(row), vector(row));
    }

    @Override
    protected ShardSerializer<Passage> serializer() {
        return PassageSerializer.INSTANCE;
    }

    /** A batch of this class has encoded rows only. */
    @SuppressWarnings("DoNotCallSuggester") // The serializer has to call it.
    static LazyBatch<Passage> of(Batch<Passage> rows) {
        throw new UnsupportedOperationException("Only rows that are encoded, not " + rows.size() + " held ones");
    }

    private static long sizeOf(String value) {
        return 40 + 2L * value.length();
    }

    private static long[] decodeId(ValueReader in, int rows) {
        long[] values = new long[rows];
        for (int row = 0; row < rows; row++) {
            in.nextRow();
            values[row] = in.readLong();
        }
        return values;
    }

    private static String[] decodeText(ValueReader in, int rows) {
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            in.nextRow();
            values[row] = in.readString();
        }
        return values;
    }

    private static float[][] decodeVector(ValueReader in, int rows) {
        float[][] values = new float[rows][];
        for (int row = 0; row < rows; row++) {
            in.nextRow();
            values[row] = in.readFloats();
        }
        return values;
    }
}
