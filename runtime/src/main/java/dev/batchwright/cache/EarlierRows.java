package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.schema.MalformedSchemaException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.SchemaChange;
import dev.batchwright.shard.EvolvedSerializer;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a step's folder that were written under another fingerprint than its own, or hold rows of another schema than they are
 * wanted in: by the fingerprint that they carry, the schema as {@code step.json} has it. Immutable.
 */
final class EarlierRows {

    static final EarlierRows NONE = new EarlierRows(Map.of());

    private final Map<String, String> schemas;

    private EarlierRows(Map<String, String> schemas) {
        this.schemas = Map.copyOf(schemas);
    }

    /** Those that a step has adopted. */
    static EarlierRows adopted(@Nullable StepInfo info) {
        if (info == null || info.adopted().isEmpty()) {
            return NONE;
        }
        Map<String, String> schemas = new HashMap<>();
        info.adopted().forEach(adopted -> schemas.put(adopted.fingerprint(), adopted.schema()));
        return new EarlierRows(schemas);
    }

    /**
     * All that have to be read in another way than their bytes say.
     *
     * @throws CacheException if some of them cannot be read as the rows that are wanted
     */
    static EarlierRows of(StepInfo info, ShardSerializer<?> wanted) {
        boolean isUnchanged = info.schema().equals(wanted.schema().describe());
        if (isUnchanged && info.adopted().isEmpty()) {
            return NONE;
        }
        Map<String, String> schemas = new HashMap<>(adopted(info).schemas);
        if (!isUnchanged) {
            schemas.put(info.fingerprint(), info.schema());
        }
        schemas.values().forEach(schema -> reader(info.step(), schema, wanted));
        return new EarlierRows(schemas);
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
     * @throws CacheException if they cannot be read so, or are of another schema than that file says
     */
    <T> ShardSerializer<T> reader(PartFooter part, ShardSerializer<T> wanted) {
        String schema = schemas.get(part.fingerprint());
        if (schema == null) {
            return wanted;
        }
        ShardSerializer<T> reader = reader(part.step(), schema, wanted);
        if (!reader.schema().hash().equals(part.schemaHash())) {
            throw new CacheException(
                    "Part " + part.part() + " of shard " + part.shard() + " of step " + part.step()
                            + " has rows of another schema than its step.json says: " + schema
                            + ". Restore that file from a copy, or remove its folder; the step is then computed again.",
                    null);
        }
        return reader;
    }

    private static <T> ShardSerializer<T> reader(String step, String schema, ShardSerializer<T> wanted) {
        String name = wanted.rowType().getSimpleName();
        RecordType stored;
        try {
            stored = RecordType.parse(schema);
        } catch (MalformedSchemaException e) {
            throw new CacheException(
                    "What the cache says of the columns of step " + step + " cannot be read: " + e.getMessage()
                            + ". Restore its step.json from a copy, or run the pipeline again to compute its rows"
                            + " anew.",
                    e);
        }
        SchemaChange change = SchemaChange.between(stored, wanted.schema());
        if (!change.isReadable()) {
            throw new CacheException(
                    "The stored rows of step " + step + " cannot be read as " + name + ": "
                            + String.join("; ", change.obstacles()) + ". They have the columns " + schema + ", and "
                            + name + " has " + wanted.schema().describe()
                            + ". Run the pipeline again to compute them anew, or read them with the record that they"
                            + " were written with.",
                    null);
        }
        return EvolvedSerializer.of(stored, wanted);
    }
}
