package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.ByteText;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.Setting;
import dev.batchwright.processor.model.StepModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The batches that steps ask for fit into the memory that the pipeline names. */
final class PipelineMemory implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        Setting<String> memory = pipeline.memory();
        if (memory.value().isEmpty()) {
            return;
        }
        OptionalLong budget = ByteText.parse(memory.value());
        if (budget.isEmpty()) {
            problems.report(Message.MEMORY_INVALID, memory.place(), memory.value());
            return;
        }
        Map<String, Long> bytesByStep = new LinkedHashMap<>();
        new GraphBuilder(pipeline).steps().forEach(step -> {
            long bytes = batches(step);
            if (bytes > 0) {
                bytesByStep.put(step.simpleName(), bytes);
            }
        });
        long needed = bytesByStep.values().stream().reduce(0L, PipelineMemory::saturatedSum);
        if (needed > budget.getAsLong()) {
            String holders = bytesByStep.entrySet().stream()
                    .map(step -> step.getKey() + " " + ByteText.of(step.getValue()))
                    .collect(Collectors.joining(", "));
            problems.report(
                    Message.MEMORY_TOO_SMALL,
                    memory.place(),
                    pipeline.type().simpleName(),
                    ByteText.of(needed),
                    holders,
                    memory.value());
        }
    }

    /** The bytes that a step's batches in calls take at most; 0 where it leaves that to the engine. */
    private static long batches(StepModel step) {
        return step.settings()
                .batch()
                .filter(limit -> limit.maxBytes().isStated())
                .map(limit -> ByteText.parse(limit.maxBytes().value()).orElse(0))
                .map(bytes ->
                        saturatedProduct(bytes, step.settings().concurrency().value()))
                .orElse(0L);
    }

    private static long saturatedProduct(long bytes, int calls) {
        return Math.multiplyHigh(bytes, calls) == 0 && bytes * calls >= 0 ? bytes * calls : Long.MAX_VALUE;
    }

    private static long saturatedSum(long one, long other) {
        return one + other < 0 ? Long.MAX_VALUE : one + other;
    }
}
