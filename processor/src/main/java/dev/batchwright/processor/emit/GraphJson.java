package dev.batchwright.processor.emit;

import dev.batchwright.processor.json.Json;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.ShapeText;
import dev.batchwright.processor.model.StepModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A checked pipeline as data, for tools. */
public final class GraphJson {

    private static final int FORMAT_VERSION = 1;

    private final PipelineModel pipeline;
    private final Graph graph;

    public GraphJson(PipelineModel pipeline, Graph graph) {
        this.pipeline = pipeline;
        this.graph = graph;
    }

    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", FORMAT_VERSION);
        json.put("pipeline", pipeline.name().value());
        json.put("class", pipeline.type().reflectionName());
        json.put("steps", graph.nodes().stream().map(GraphJson::step).toList());
        json.put("flows", pipeline.flows().stream().map(GraphJson::flow).toList());
        json.put("rows", rows());
        return Json.of(json);
    }

    private static Map<String, Object> step(Graph.Node node) {
        StepModel step = node.step();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", step.name());
        json.put("class", step.type().reflectionName());
        json.put("kind", step.kind().name());
        if (step.kind().isBatched()) {
            json.put("batchSize", step.settings().batchRows());
            json.put("batchBytes", step.settings().batchBytes());
        }
        step.input().ifPresent(row -> json.put("input", row.type().reflectionName()));
        step.rightInput().ifPresent(row -> json.put("rightInput", row.type().reflectionName()));
        step.output().ifPresent(row -> json.put("output", row.type().reflectionName()));
        json.put("inputs", node.inputs().stream().map(StepModel::name).toList());
        json.put("persisted", node.isPersisted());
        return json;
    }

    private static List<String> flow(PipelineModel.Flow flow) {
        return flow.stops().stream()
                .map(stop -> stop.step().orElseThrow().name())
                .toList();
    }

    private Map<String, Object> rows() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Graph.Node node : graph.nodes()) {
            for (RowModel row : node.step().rows()) {
                json.putIfAbsent(row.type().reflectionName(), columns(row));
            }
        }
        return json;
    }

    private static List<Map<String, Object>> columns(RowModel row) {
        List<Map<String, Object>> columns = new ArrayList<>();
        row.shape().components().forEach(component -> {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("name", component.column());
            column.put("type", ShapeText.of(component.shape()));
            column.put("nullable", component.nullable());
            columns.add(column);
        });
        return columns;
    }
}
