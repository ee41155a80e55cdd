package dev.batchwright.shard;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.Evolution;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives values that were stored under an earlier type as those of the present one. It knows at each value under which type that was
 * stored: it follows what is begun and ended.
 */
final class EvolvedReader extends ForwardingValues {

    private final ValueReader in;
    private final Evolution root;

    /** Of each record that is open how it is read, of each list and map how what it holds is read. */
    private final List<Evolution> open = new ArrayList<>();

    /** How the next value is read. */
    private Evolution next;

    EvolvedReader(ValueReader in, Evolution root) {
        this.in = in;
        this.root = present(root);
        this.next = this.root;
    }

    @Override
    ValueReader values() {
        return in;
    }

    /** An optional is not begun: what it holds is the next value if it is there. */
    private static Evolution present(Evolution type) {
        return type.stored() instanceof OptionalType ? type.part(0) : type;
    }

    @Override
    public void nextRow() {
        in.nextRow();
        open.clear();
        next = root;
    }

    private ScalarType scalar() {
        return (ScalarType) next.stored();
    }

    private ScalarType element() {
        return ((ArrayType) next.stored()).element();
    }

    @Override
    public short readShort() {
        return scalar() == ScalarType.BYTE ? in.readByte() : in.readShort();
    }

    @Override
    public int readInt() {
        return switch (scalar()) {
            case BYTE -> in.readByte();
            case SHORT -> in.readShort();
            default -> in.readInt();
        };
    }

    @Override
    public long readLong() {
        return switch (scalar()) {
            case BYTE -> in.readByte();
            case SHORT -> in.readShort();
            case INT -> in.readInt();
            default -> in.readLong();
        };
    }

    @Override
    public double readDouble() {
        return switch (scalar()) {
            case BYTE -> in.readByte();
            case SHORT -> in.readShort();
            case INT -> in.readInt();
            case FLOAT -> in.readFloat();
            default -> in.readDouble();
        };
    }

    @Override
    public int[] readInts() {
        return element() == ScalarType.SHORT ? Widening.ints(in.readShorts()) : in.readInts();
    }

    @Override
    public long[] readLongs() {
        return switch (element()) {
            case SHORT -> Widening.longs(in.readShorts());
            case INT -> Widening.longs(in.readInts());
            default -> in.readLongs();
        };
    }

    @Override
    public double[] readDoubles() {
        return switch (element()) {
            case SHORT -> Widening.doubles(in.readShorts());
            case INT -> Widening.doubles(in.readInts());
            case FLOAT -> Widening.doubles(in.readFloats());
            default -> in.readDoubles();
        };
    }

    @Override
    public int beginRecord(RecordType type) {
        Evolution record = next;
        open.add(record);
        return at(in.beginRecord((RecordType) record.stored()));
    }

    @Override
    public int nextColumn() {
        return at(in.nextColumn());
    }

    /** Goes to a stored column of the record that is open; where there is none, the record has ended. */
    private int at(int column) {
        if (column < 0) {
            end();
            return column;
        }
        Evolution record = innermost();
        next = present(record.part(column));
        return record.place(column);
    }

    @Override
    public int beginList() {
        open.add(present(next.part(0)));
        return in.beginList();
    }

    @Override
    public boolean nextElement() {
        return at(in.nextElement());
    }

    @Override
    public int beginMap() {
        open.add(present(next.part(0)));
        return in.beginMap();
    }

    @Override
    public boolean nextEntry() {
        return at(in.nextEntry());
    }

    /** Goes to what the open list or map holds next; where it holds no more, it has ended. */
    private boolean at(boolean isThere) {
        if (isThere) {
            next = innermost();
        } else {
            end();
        }
        return isThere;
    }

    /** The record that follows begins and ends by itself. */
    @Override
    public int beginUnion(UnionType type) {
        int variant = in.beginUnion((UnionType) next.stored());
        next = next.part(variant);
        return variant;
    }

    private Evolution innermost() {
        return open.get(open.size() - 1);
    }

    private void end() {
        open.remove(open.size() - 1);
    }
}
