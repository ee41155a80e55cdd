package dev.batchwright.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.batchwright.AdoptedOutput;
import dev.batchwright.MemoryReport;
import dev.batchwright.RemovedOutput;
import dev.batchwright.RunReport;
import dev.batchwright.SpillReport;
import dev.batchwright.StepReport;
import dev.batchwright.StoredFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes reports as JSON, with durations in nanoseconds. */
public final class ReportJson {

    private ReportJson() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out takes UTF-8; not closed
     * @throws IOException if it cannot be written
     */
    public static void write(RunReport report, OutputStream out) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("pipeline", report.pipeline());
            json.writeStringField("started", report.started().toString());
            json.writeNumberField("wallNanos", report.wall().toNanos());
            json.writeNumberField("cpuNanos", report.cpu().toNanos());
            json.writeNumberField("threads", report.threads());
            json.writeBooleanField("stopped", report.stopped());
            json.writeArrayFieldStart("steps");
            for (StepReport step : report.steps()) {
                writeStep(step, json);
            }
            json.writeEndArray();
            writeMemory(report.memory(), json);
            json.writeArrayFieldStart("damage");
            for (String found : report.damage()) {
                json.writeString(found);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("adopted");
            for (AdoptedOutput rows : report.adopted()) {
                writeAdopted(rows, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("removed");
            for (RemovedOutput output : report.removed()) {
                writeRemoved(output, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void writeMemory(MemoryReport memory, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("memory");
        json.writeNumberField("budgetBytes", memory.budgetBytes());
        json.writeNumberField("peakBytes", memory.peakBytes());
        json.writeNumberField("shortages", memory.shortages());
        json.writeNumberField("waitedNanos", memory.waited().toNanos());
        json.writeNumberField("tasksHeldBack", memory.tasksHeldBack());
        json.writeNumberField("tasksYielded", memory.tasksYielded());
        json.writeNumberField("forgottenBytes", memory.forgottenBytes());
        json.writeNumberField("heldBytes", memory.heldBytes());
        json.writeNumberField("heapBytes", memory.heapBytes());
        json.writeNumberField("heapPeakBytes", memory.heapPeakBytes());
        json.writeArrayFieldStart("heapPeakSteps");
        for (String step : memory.heapPeakSteps()) {
            json.writeString(step);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("warnings");
        for (String warning : memory.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeAdopted(AdoptedOutput rows, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("step", rows.step());
        json.writeStringField("from", rows.from());
        json.writeNumberField("rows", rows.rows());
        json.writeBooleanField("adopted", rows.isAdopted());
        json.writeStringField("why", rows.why());
        json.writeEndObject();
    }

    private static void writeRemoved(RemovedOutput output, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("step", output.step());
        json.writeStringField("fingerprint", output.fingerprint());
        json.writeNumberField("bytes", output.bytes());
        json.writeStringField("why", output.why());
        json.writeStringField("problem", output.problem());
        json.writeEndObject();
    }

    private static void writeStep(StepReport step, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("step", step.step());
        json.writeStringField("kind", step.kind());
        json.writeNumberField("rowsIn", step.rowsIn());
        json.writeNumberField("rowsOut", step.rowsOut());
        json.writeNumberField("filtered", step.filtered());
        json.writeNumberField("quarantined", step.quarantined());
        json.writeNumberField("retried", step.retried());
        json.writeNumberField("childRestarts", step.childRestarts());
        json.writeNumberField("calls", step.calls());
        json.writeNumberField("stepNanos", step.stepNanos());
        json.writeNumberField("shards", step.shards());
        json.writeNumberField("shardsReused", step.shardsReused());
        json.writeNumberField("rowsReused", step.rowsReused());
        json.writeNumberField("rowsLoaded", step.rowsLoaded());
        json.writeNumberField("partsWritten", step.partsWritten());
        json.writeNumberField("bytesWritten", step.bytesWritten());
        json.writeNumberField("bytesRead", step.bytesRead());
        json.writeNumberField("bytesSpilled", step.bytesSpilled());
        json.writeNumberField("columnHits", step.columnHits());
        json.writeNumberField("columnMisses", step.columnMisses());
        json.writeNumberField("peakBytes", step.memory().peakBytes());
        json.writeNumberField("allocatedBytes", step.memory().allocatedBytes());
        json.writeNumberField("largestCallBytes", step.memory().largestCallBytes());
        json.writeStringField("why", step.why());
        writeFormat(step.storedAs(), json);
        writeSpills(step.spills(), json);
        json.writeEndObject();
    }

    private static void writeSpills(SpillReport spills, JsonGenerator json) throws IOException {
        json.writeNumberField("spilledFiles", spills.files());
        json.writeNumberField("spillPasses", spills.passes());
        json.writeObjectFieldStart("spilledFilesByCompression");
        for (Map.Entry<String, Long> files : spills.filesByCompression().entrySet()) {
            json.writeNumberField(files.getKey(), files.getValue());
        }
        json.writeEndObject();
        json.writeStringField("spillReason", spills.why());
    }

    private static void writeFormat(StoredFormat format, JsonGenerator json) throws IOException {
        json.writeStringField("format", format.format());
        json.writeStringField("compression", format.compression());
        json.writeStringField("formatReason", format.reason());
        json.writeNumberField("trialNanos", format.trialNanos());
    }
}
