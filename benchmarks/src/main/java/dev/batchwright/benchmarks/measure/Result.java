package dev.batchwright.benchmarks.measure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * One run of a workload.
 *
 * @param system who did the work
 * @param workload what was done
 * @param size with how much input
 * @param rowsIn the rows read
 * @param rowsOut the rows made
 * @param checksum the checksum of these
 * @param cost what it has cost
 * @param diskMegabytes what is on disk at the end
 */
public record Result(
        String system,
        String workload,
        String size,
        long rowsIn,
        long rowsOut,
        String checksum,
        Measurement cost,
        double diskMegabytes) {

    /** The result as a line of JSON, with what else the machine had to do. */
    public String toJson() throws IOException {
        return toJson(Map.of());
    }

    /** The same with more figures. */
    public String toJson(Map<String, Double> more) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("system", system);
            json.writeStringField("workload", workload);
            json.writeStringField("size", size);
            json.writeNumberField("rows_in", rowsIn);
            json.writeNumberField("rows_out", rowsOut);
            json.writeStringField("checksum", checksum);
            json.writeNumberField("wall_s", rounded(cost.wallSeconds(), 2));
            json.writeNumberField("cpu_s", rounded(cost.cpuSeconds(), 2));
            json.writeNumberField("peak_pss_mb", rounded(cost.peakPssMegabytes(), 0));
            json.writeNumberField("disk_mb", rounded(diskMegabytes, 1));
            json.writeNumberField("others_cpu_s", rounded(cost.othersCpuSeconds(), 2));
            for (Map.Entry<String, Double> figure : more.entrySet()) {
                json.writeNumberField(figure.getKey(), rounded(figure.getValue(), 1));
            }
            json.writeNumberField("load", rounded(Load.average(), 2));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static BigDecimal rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }
}
