package dev.batchwright.samples.everykind.interop;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** A DuckDB in memory, whose rows come as {@link PlainRow} has them. */
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb open() throws SQLException {
        DuckDb database = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
        // Times without a zone are read through java.sql.Timestamp, which has the gaps of the zone that the tests run
        // in.
        database.run("SET TimeZone = 'UTC'");
        database.run("SET threads = 1");
        return database;
    }

    /** A file's name within a statement. */
    static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<Map<String, @Nullable Object>> rows(String sql) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            ResultSetMetaData columns = results.getMetaData();
            while (results.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), results.getObject(i));
                }
                rows.add(record(row));
            }
        }
        return rows;
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof DuckDBStruct struct) {
            Map<String, @Nullable Object> record = record(struct.getMap());
            boolean isTime = record.keySet().equals(java.util.Set.of("value", "rest"));
            return isTime ? withRest(record.get("value"), (Integer) record.get("rest")) : record;
        }
        if (value instanceof java.sql.Array array) {
            List<@Nullable Object> list = new ArrayList<>();
            for (Object element : (Object[]) array.getArray()) {
                list.add(plain(element));
            }
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                plain.put(entry.getKey(), plain(entry.getValue()));
            }
            return plain;
        }
        if (value instanceof Blob blob) {
            return ByteBuffer.wrap(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return value instanceof Timestamp local ? local.toLocalDateTime() : value;
    }

    /** The columns of a record, with the rests of times put back where they belong. */
    private static Map<String, @Nullable Object> record(Map<String, ? extends @Nullable Object> columns)
            throws SQLException {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> column : columns.entrySet()) {
            record.put(column.getKey(), plain(column.getValue()));
        }
        for (String name : columns.keySet()) {
            if (columns.containsKey(name + "__rest")) {
                record.put(name, withRest(record.get(name), (Integer) record.remove(name + "__rest")));
            }
        }
        return record;
    }

    private static @Nullable Object withRest(@Nullable Object time, @Nullable Integer rest) {
        if (time == null || rest == null) {
            return time == null && rest == null ? null : "half a time: " + time + " and " + rest;
        }
        if (time instanceof Instant moment) {
            return moment.plusNanos(rest);
        }
        if (time instanceof LocalDateTime local) {
            return local.plusNanos(rest);
        }
        if (time instanceof Long micros) {
            return Duration.of(micros, ChronoUnit.MICROS).plusNanos(rest);
        }
        return time instanceof LocalDate day && rest == 0 ? day : time + " and " + rest;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
