package dev.batchwright.benchmarks.auto;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * A choice, beside what all that could have been chosen costs.
 *
 * @param shape the rows
 * @param fixed what each format and compression costs
 * @param choice what was chosen
 */
record AutoResult(String shape, List<FixedCosts> fixed, Choice choice) {

    AutoResult {
        fixed = fixed.stream()
                .sorted(Comparator.comparingDouble(costs -> costs.score(choice.disk())))
                .toList();
    }

    FixedCosts best() {
        return fixed.get(0);
    }

    FixedCosts chosen() {
        return fixed.stream()
                .filter(costs -> costs.encoding().equals(choice.encoding()))
                .findFirst()
                .orElseThrow();
    }

    double score(FixedCosts costs) {
        return costs.score(choice.disk());
    }

    double ratio() {
        return score(chosen()) / score(best());
    }

    String toJson() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("shape", shape);
            json.writeNumberField("rows", best().rows());
            json.writeNumberField("disk_mib_s", choice.disk().bytesPerSecond() >> 20);
            json.writeNumberField("trial_cpu_s", rounded(choice.trialSeconds()));
            json.writeStringField("chosen", choice.encoding());
            json.writeStringField("best", best().encoding());
            json.writeNumberField("ratio", rounded(ratio()));
            json.writeObjectFieldStart("scores_s");
            for (FixedCosts costs : fixed) {
                json.writeNumberField(costs.encoding(), rounded(score(costs)));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP);
    }
}
