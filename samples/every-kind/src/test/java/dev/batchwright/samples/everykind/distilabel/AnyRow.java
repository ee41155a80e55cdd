package dev.batchwright.samples.everykind.distilabel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.batchwright.annotation.Column;
import dev.batchwright.annotation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of any step of the pipeline that made the caches: what only some steps have may be missing. */
@Row
record AnyRow(
        long id,
        String text,
        double weight,
        long views,
        boolean flag,
        @Nullable String note,
        List<String> labels,
        Meta meta,
        @Column(name = "clean_text") @Nullable String cleanText,
        @Nullable Integer length,
        @Nullable Double score,
        @Nullable List<Double> embedding,
        @Nullable List<String> tags,
        @Column(name = "main_tag") @Nullable String mainTag) {

    record Meta(Origin source, String lang, @Nullable Double confidence) {}

    record Origin(String name, int page) {}

    /** What the record has to be, made of JSON without generated code. */
    static AnyRow of(JsonNode row) {
        JsonNode meta = row.get("meta");
        JsonNode origin = meta.get("source");
        return new AnyRow(
                row.get("id").longValue(),
                row.get("text").textValue(),
                row.get("weight").doubleValue(),
                row.get("views").longValue(),
                row.get("flag").booleanValue(),
                row.path("note").textValue(),
                values(row.get("labels"), JsonNode::textValue),
                new Meta(
                        new Origin(
                                origin.get("name").textValue(),
                                origin.get("page").intValue()),
                        meta.get("lang").textValue(),
                        value(meta.get("confidence"), JsonNode::doubleValue)),
                row.path("clean_text").textValue(),
                value(row.get("length"), JsonNode::intValue),
                value(row.get("score"), JsonNode::doubleValue),
                value(row.get("embedding"), list -> values(list, JsonNode::doubleValue)),
                value(row.get("tags"), list -> values(list, JsonNode::textValue)),
                row.path("main_tag").textValue());
    }

    private static <V> @Nullable V value(@Nullable JsonNode node, Function<JsonNode, V> read) {
        return node == null || node.isNull() ? null : read.apply(node);
    }

    private static <V> List<V> values(JsonNode list, Function<JsonNode, V> read) {
        List<V> values = new ArrayList<>();
        list.forEach(element -> values.add(read.apply(element)));
        return values;
    }
}
