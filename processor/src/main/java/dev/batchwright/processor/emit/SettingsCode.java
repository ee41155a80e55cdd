package dev.batchwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.batchwright.processor.model.ByteText;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;

/** The settings of a step as an expression that names only what differs from the defaults. */
final class SettingsCode {

    private static final String AUTO = "auto";

    private final StepModel step;
    private final StepSettings settings;

    SettingsCode(StepModel step) {
        this.step = step;
        this.settings = step.settings();
    }

    CodeBlock expression() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.of(NAME, $T.$L)$>$>", RuntimeTypes.STEP_SETTINGS, RuntimeTypes.STEP_KIND, step.kind());
        if (!settings.version().value().isEmpty()) {
            code.add("\n.withVersion($S)", settings.version().value());
        }
        if (step.kind().isBatched() && settings.batch().isPresent()) {
            String text = settings.batch().get().maxBytes().value();
            code.add("\n.withBatchSize(BATCH_SIZE, $L)", bytes(text));
        }
        if (settings.concurrency().value() != 1) {
            code.add("\n.withConcurrency($L)", settings.concurrency().value());
        }
        if (settings.retries().value() != 0) {
            code.add("\n.withRetries($L)", settings.retries().value());
        }
        if (settings.checkpoint().value().equals("EVERY_BATCH")) {
            code.add("\n.withCheckpointAfterEveryBatch()");
        }
        if (settings.quarantines()) {
            code.add(
                    "\n.withQuarantine($L, $L)",
                    maxBadRows(),
                    settings.maxBadRatio().value());
        }
        if (settings.isolated().value()) {
            code.add("\n.withIsolation($L)", bytes(settings.heapText()));
        }
        String format = step.format();
        String compression = step.compression();
        if (!format.equals(AUTO) || !compression.equals(AUTO)) {
            code.add("\n.withFormat($S, $S)", format, compression);
        }
        return code.add("$<$<").build();
    }

    /** A size as people write it: a number of KiB, MiB or GiB, shifted. */
    private static CodeBlock bytes(String text) {
        long bytes = ByteText.parse(text).orElseThrow();
        int shift = Long.numberOfTrailingZeros(bytes) / 10 * 10;
        return shift == 0 ? CodeBlock.of("$LL", bytes) : CodeBlock.of("$LL << $L", bytes >> shift, shift);
    }

    private CodeBlock maxBadRows() {
        long rows = settings.maxBadRows().value();
        return rows == Long.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Long.class) : CodeBlock.of("$LL", rows);
    }
}
