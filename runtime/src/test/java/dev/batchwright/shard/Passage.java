package dev.batchwright.shard;

/** A row of narrow and wide columns, of which readers often want one. */
@SuppressWarnings("ArrayRecordComponent") // As users write it; tests compare components.
public record Passage(long id, String title, String text, float[] vector) {

    /** The row at a position: wide, and different from all others. */
    public static Passage at(int row) {
        float[] vector = new float[32];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = row + i / 32f;
        }
        return new Passage(row, "title " + row % 100, ("passage " + row + " ").repeat(40), vector);
    }
}
