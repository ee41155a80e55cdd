package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.schema.MalformedSchemaException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.SchemaChange;
import dev.batchwright.shard.EvolvedSerializer;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a step's folder that were written under another fingerprint than its own, or hold rows of another schema than they are
 * wanted in: by the fingerprint that they carry, the schemas as {@code step.json} has them. Immutable.
 */
final class EarlierRows {

    static final EarlierRows NONE = new EarlierRows(List.of());

    private final Map<String, StepInfo.Adopted> schemas = new HashMap<>();

    private EarlierRows(List<StepInfo.Adopted> rows) {
        rows.forEach(adopted -> schemas.put(adopted.fingerprint(), adopted));
    }

    /** Those that a step has adopted. */
    static EarlierRows adopted(@Nullable StepInfo info) {
        return info == null || info.adopted().isEmpty() ? NONE : new EarlierRows(info.adopted());
    }

    /**
     * All that have to be read in another way than their bytes say.
     *
     * @throws CacheException if some of them cannot be read as the rows that are wanted
     */
    static EarlierRows of(StepInfo info, StepStore store, ShardSerializer<?> wanted) {
        EarlierRows rows = with(info, store, info.schema(), wanted);
        rows.schemas.values().forEach(stored -> reader(info.step(), parsed(info.step(), stored.schema()), wanted));
        return rows;
    }

    /**
     * The same where rows that the step has put aside are read.
     *
     * @param wanted the serializer of the rows that the step is given
     * @throws CacheException if some of them cannot be read as the rows that are wanted
     */
    static EarlierRows putAside(StepInfo info, StepStore store, ShardSerializer<?> wanted) {
        EarlierRows rows = with(info, store, info.inputSchema(), wanted);
        rows.schemas.values().forEach(stored -> reader(info.step(), parsed(info.step(), stored.inputSchema()), wanted));
        return rows;
    }

    private static EarlierRows with(StepInfo info, StepStore store, String schema, ShardSerializer<?> wanted) {
        if (schema.equals(wanted.schema().describe())) {
            return adopted(info);
        }
        List<StepInfo.Adopted> all = new ArrayList<>(info.adopted());
        all.add(new StepInfo.Adopted(store.output(), info.schema(), info.inputSchema()));
        return new EarlierRows(all);
    }

    boolean isEmpty() {
        return schemas.isEmpty();
    }

    /** Whether there may be parts that carry a fingerprint. */
    boolean have(String fingerprint) {
        return schemas.containsKey(fingerprint);
    }

    /**
     * What reads the rows of a part as they are wanted.
     *
     * @throws CacheException if they cannot be read so, or are of another schema than {@code step.json} says
     */
    <T> ShardSerializer<T> reader(PartFooter part, ShardSerializer<T> wanted) {
        StepInfo.Adopted stored = schemas.get(part.fingerprint());
        if (stored == null) {
            return wanted;
        }
        boolean isPutAside = wanted instanceof QuarantineSerializer;
        String schema = isPutAside ? stored.inputSchema() : stored.schema();
        RecordType row = parsed(part.step(), schema);
        ShardSerializer<T> reader = reader(part.step(), isPutAside ? QuarantineSerializer.schema(row) : row, wanted);
        if (!reader.schema().hash().equals(part.schemaHash())) {
            throw new CacheException(
                    "Part " + part.part() + " of shard " + part.shard() + " of step " + part.step()
                            + " has rows of another schema than its step.json says: " + schema
                            + ". Restore that file from a copy, or remove its folder; the step is then computed again.",
                    null);
        }
        return reader;
    }

    private static RecordType parsed(String step, String schema) {
        try {
            return RecordType.parse(schema);
        } catch (MalformedSchemaException e) {
            throw new CacheException(
                    "What the cache says of the columns of step " + step + " cannot be read: " + e.getMessage()
                            + ". Restore its step.json from a copy, or run the pipeline again to compute its rows"
                            + " anew.",
                    e);
        }
    }

    private static <T> ShardSerializer<T> reader(String step, RecordType stored, ShardSerializer<T> wanted) {
        SchemaChange change = SchemaChange.between(stored, wanted.schema());
        if (!change.isReadable()) {
            String name = wanted.rowType().getSimpleName();
            throw new CacheException(
                    "The stored rows of step " + step + " cannot be read as " + name + ": "
                            + String.join("; ", change.obstacles()) + ". They have the columns " + stored.describe()
                            + ", and " + name + " has " + wanted.schema().describe()
                            + ". Run the pipeline again to compute them anew, or read them with the record that they"
                            + " were written with.",
                    null);
        }
        return EvolvedSerializer.of(stored, wanted);
    }
}
