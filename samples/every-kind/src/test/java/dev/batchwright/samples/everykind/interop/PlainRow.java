package dev.batchwright.samples.everykind.interop;

import dev.batchwright.schema.RecordType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row in the types that a tool has which does not know our records: a record is a map by the names of its columns, a set or an
 * array is a list, what is missing is null, a value of a sealed interface is its kind beside its possible records.
 */
final class PlainRow {

    private PlainRow() {}

    static Map<String, @Nullable Object> of(Record row, RecordType schema) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        RecordComponent[] components = row.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            plain.put(schema.columns().get(i).name(), of(value(row, components[i])));
        }
        return plain;
    }

    private static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Record record) {
            Class<?> sealed = sealedInterface(record.getClass());
            return sealed == null ? ofRecord(record) : ofVariant(record, sealed);
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, held) -> plain.put(key, of(held)));
            return plain;
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> plain = new ArrayList<>();
            collection.forEach(element -> plain.add(of(element)));
            return plain;
        }
        if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
            List<@Nullable Object> plain = new ArrayList<>();
            for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
                plain.add(of(java.lang.reflect.Array.get(value, i)));
            }
            return plain;
        }
        return ofScalar(value);
    }

    private static @Nullable Object ofScalar(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof URI link) {
            return link.toString();
        }
        return value instanceof Character letter ? Integer.valueOf(letter) : value;
    }

    private static Map<String, @Nullable Object> ofRecord(Record record) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            plain.put(component.getName(), of(value(record, component)));
        }
        return plain;
    }

    private static Map<String, @Nullable Object> ofVariant(Record record, Class<?> sealed) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("kind", record.getClass().getSimpleName());
        for (Class<?> variant : sealed.getPermittedSubclasses()) {
            if (variant.getRecordComponents().length > 0) {
                plain.put(variant.getSimpleName(), variant.isInstance(record) ? ofRecord(record) : null);
            }
        }
        return plain;
    }

    private static @Nullable Class<?> sealedInterface(Class<?> record) {
        for (Class<?> type : record.getInterfaces()) {
            if (type.isSealed()) {
                return type;
            }
        }
        return null;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " cannot be read", e);
        }
    }
}
