package dev.batchwright.benchmarks.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.batchwright.shard.CompressionSetting;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a contender has needed for a case.
 *
 * @param stored the name of the case
 * @param contender who stored the rows
 * @param compression how they were compressed
 * @param trial the figures
 */
record StorageResult(String stored, Contender contender, CompressionSetting compression, Trial trial) {

    /** One line of JSON; times are medians of CPU seconds. */
    String toJson() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("case", stored);
            json.writeStringField("system", contender.toString());
            json.writeStringField("compression", compression.toString());
            json.writeNumberField("rows", trial.rows());
            json.writeNumberField("times", trial.writeSeconds().size());
            json.writeNumberField("write_cpu_s", rounded(trial.write(), 4));
            json.writeNumberField("read_cpu_s", rounded(trial.read(), 4));
            json.writeNumberField("bytes", trial.bytes());
            json.writeNumberField("write_allocated_per_row", rounded(writtenAllocation(), 1));
            json.writeNumberField("read_allocated_per_row", rounded(readAllocation(), 1));
            json.writeEndObject();
        }
        return text.toString();
    }

    double writtenAllocation() {
        return Trial.median(trial.writtenAllocation()) / trial.rows();
    }

    double readAllocation() {
        return Trial.median(trial.readAllocation()) / trial.rows();
    }

    private static BigDecimal rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }
}
