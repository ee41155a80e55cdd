package dev.batchwright.schema;

import java.util.List;

/**
 * How values that were stored under one type are read as values of another that has grown out of it. Immutable. {@link SchemaChange}
 * finds it.
 */
public final class Evolution {

    /** The place of a column that was not stored. */
    public static final int ABSENT = -1;

    private final ColumnType stored;
    private final boolean isSame;
    private final List<Evolution> parts;
    private final int[] places;

    private Evolution(ColumnType stored, boolean isSame, List<Evolution> parts, int... places) {
        this.stored = stored;
        this.isSame = isSame;
        this.parts = List.copyOf(parts);
        this.places = places;
    }

    /** Of a value that has no others in it. */
    static Evolution ofValue(ColumnType stored, ColumnType wanted) {
        return new Evolution(stored, stored.equals(wanted), List.of());
    }

    /** Of what holds values of one type, or of a sealed interface with its records. */
    static Evolution of(ColumnType stored, List<Evolution> parts) {
        return new Evolution(stored, parts.stream().allMatch(Evolution::isSame), parts);
    }

    /**
     * Of a record.
     *
     * @param columns one for each stored column
     * @param places where each stored column stands in the wanted record
     * @param wanted how many columns that has
     */
    static Evolution ofRecord(RecordType stored, List<Evolution> columns, List<Integer> places, int wanted) {
        boolean isSame = columns.size() == wanted && columns.stream().allMatch(Evolution::isSame);
        return new Evolution(
                stored,
                isSame,
                columns,
                places.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * The type that the values were stored under.
     *
     * @return the type
     */
    public ColumnType stored() {
        return stored;
    }

    /**
     * Whether nothing has changed, so that the values can be read as they are.
     *
     * @return true if both types are stored in the same way
     */
    public boolean isSame() {
        return isSame;
    }

    /**
     * How what is in the values is read.
     *
     * @param index 0 for what a list, a map or an optional holds; for a record the index of a stored column, for a sealed interface that
     *     of one of its records
     * @return how that is read
     */
    public Evolution part(int index) {
        return parts.get(index);
    }

    /**
     * Where a stored column of a record stands in the record as it is wanted.
     *
     * @param column the index of the stored column
     * @return its index in the wanted record
     */
    public int place(int column) {
        return places[column];
    }

    /**
     * Where a column of the wanted record was stored.
     *
     * @param wanted the index of the column in the wanted record
     * @return its index among those that were stored, or {@link #ABSENT}
     */
    public int storedColumn(int wanted) {
        for (int column = 0; column < places.length; column++) {
            if (places[column] == wanted) {
                return column;
            }
        }
        return ABSENT;
    }
}
