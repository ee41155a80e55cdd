package dev.batchwright.processor.read;

import dev.batchwright.annotation.BatchSize;
import dev.batchwright.processor.model.Setting;
import dev.batchwright.processor.model.StepSettings;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads what the annotations of a step say. */
final class SettingsReader {

    private final TypeElement type;
    private final AnnotationReader step;

    SettingsReader(TypeElement type) {
        this.type = type;
        this.step = AnnotationReader.find(type, "Step").orElseThrow();
    }

    StepSettings read() {
        return new StepSettings(
                name(),
                step.setting("version", String.class, ""),
                step.constant("persist", "AUTO"),
                step.setting("concurrency", Integer.class, 1),
                step.setting("retries", Integer.class, 0),
                step.constant("checkpoint", "INTERVAL"),
                step.constant("onError", "FAIL"),
                step.setting("maxBadRows", Long.class, Long.MAX_VALUE),
                step.setting("maxBadRatio", Double.class, 1.0),
                step.setting("isolated", Boolean.class, false),
                step.setting("heap", String.class, ""),
                step.setting("format", String.class, "auto"),
                step.setting("compression", String.class, "auto"),
                batch());
    }

    private Setting<String> name() {
        Setting<String> given = step.setting("name", String.class, "");
        return given.value().isEmpty()
                ? new Setting<>(KebabCase.of(type.getSimpleName().toString()), false, given.place())
                : given;
    }

    private Optional<StepSettings.BatchLimit> batch() {
        return AnnotationReader.find(type, "BatchSize")
                .map(size -> new StepSettings.BatchLimit(
                        size.setting("value", Integer.class, 1),
                        size.setting("maxBytes", String.class, BatchSize.DEFAULT_MAX_BYTES)));
    }
}
