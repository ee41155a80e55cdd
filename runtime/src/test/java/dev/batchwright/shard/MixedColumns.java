package dev.batchwright.shard;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ColumnsSerializer.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows of a few columns that differ in all that matters to a format: null or not, single or many, repeated or not. */
public final class MixedColumns {

    private static final ColumnsSerializer SERIALIZER = ColumnsSerializer.of(
            Field.<Long>of("number", ScalarType.LONG, ValueWriter::writeLong, ValueReader::readLong),
            Field.<Boolean>nullable("flag", ScalarType.BOOLEAN, ValueWriter::writeBoolean, ValueReader::readBoolean),
            Field.<String>nullable("word", ScalarType.STRING, ValueWriter::writeString, ValueReader::readString),
            Field.<String>of("text", ScalarType.STRING, ValueWriter::writeString, ValueReader::readString),
            Field.<Double>of("measure", ScalarType.DOUBLE, ValueWriter::writeDouble, ValueReader::readDouble),
            Field.<Instant>nullable("time", ScalarType.INSTANT, ValueWriter::writeInstant, ValueReader::readInstant),
            Field.<List<Float>>of(
                    "vector", new ArrayType(ScalarType.FLOAT), MixedColumns::writeVector, MixedColumns::readVector),
            Field.<List<@Nullable String>>of(
                    "list",
                    new ListType(ScalarType.STRING, true, false),
                    MixedColumns::writeList,
                    MixedColumns::readList),
            Field.<Map<String, Integer>>of(
                    "map", new MapType(ScalarType.INT, false), MixedColumns::writeMap, MixedColumns::readMap));

    private final Random random;

    public MixedColumns(long seed) {
        this.random = new Random(seed);
    }

    public ColumnsSerializer serializer() {
        return SERIALIZER;
    }

    public List<List<@Nullable Object>> rows(int count) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.asList(
                    random.nextInt(4) == 0 ? random.nextLong() : Long.valueOf(i),
                    random.nextInt(3) == 0 ? null : random.nextBoolean(),
                    random.nextInt(3) == 0 ? null : "word " + random.nextInt(5),
                    "text " + i + " " + Long.toString(random.nextLong(), 36),
                    random.nextInt(2) == 0 ? random.nextGaussian() : 0.5,
                    random.nextInt(4) == 0 ? null : Instant.ofEpochSecond(i, random.nextInt(1_000_000_000)),
                    random.doubles(random.nextInt(6))
                            .mapToObj(value -> (float) value)
                            .toList(),
                    list(),
                    map()));
        }
        return rows;
    }

    private List<@Nullable String> list() {
        List<@Nullable String> list = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            list.add(random.nextInt(4) == 0 ? null : "element " + left);
        }
        return list;
    }

    private Map<String, Integer> map() {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            map.put("key " + left, random.nextInt(10));
        }
        return map;
    }

    private static void writeVector(ValueWriter out, List<Float> value) {
        float[] vector = new float[value.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = value.get(i);
        }
        out.writeFloats(vector);
    }

    private static Object readVector(ValueReader in) {
        List<Float> value = new ArrayList<>();
        for (float element : in.readFloats()) {
            value.add(element);
        }
        return value;
    }

    private static void writeList(ValueWriter out, List<@Nullable String> value) {
        out.beginList(value.size());
        for (String element : value) {
            if (element == null) {
                out.writeNull();
            } else {
                out.writePresent();
                out.writeString(element);
            }
        }
        out.endList();
    }

    private static Object readList(ValueReader in) {
        List<@Nullable String> value = new ArrayList<>();
        for (in.beginList(); in.nextElement(); ) {
            value.add(in.readNull() ? null : in.readString());
        }
        return value;
    }

    private static void writeMap(ValueWriter out, Map<String, Integer> value) {
        out.beginMap(value.size());
        value.forEach((key, number) -> {
            out.writeString(key);
            out.writeInt(number);
        });
        out.endMap();
    }

    private static Object readMap(ValueReader in) {
        Map<String, Integer> value = new LinkedHashMap<>();
        for (in.beginMap(); in.nextEntry(); ) {
            value.put(in.readString(), in.readInt());
        }
        return value;
    }
}
