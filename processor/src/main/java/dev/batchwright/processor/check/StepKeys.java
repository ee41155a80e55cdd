package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.ScalarKind;
import dev.batchwright.processor.model.Shape;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.TypeArgument;
import dev.batchwright.processor.model.TypeText;
import java.util.Optional;

/** The keys of a grouping can be ordered. */
final class StepKeys implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        step.interfaces().stream()
                .flatMap(each -> each.arguments().stream())
                .map(TypeArgument::shape)
                .flatMap(Optional::stream)
                .forEach(key -> obstacle(key)
                        .ifPresent(obstacle -> problems.report(
                                Message.STEP_KEY_UNSUPPORTED,
                                step.place(),
                                TypeText.of(key.type()),
                                step.simpleName(),
                                obstacle)));
    }

    private static Optional<String> obstacle(Shape key) {
        if (key instanceof Shape.Enumeration) {
            return Optional.empty();
        }
        if (key instanceof Shape.Scalar scalar && scalar.kind() != ScalarKind.BYTES) {
            return Optional.empty();
        }
        if (key instanceof Shape.Structure record) {
            return record.components().isEmpty()
                    ? Optional.of("it has no components")
                    : record.components().stream()
                            .flatMap(component -> obstacle(component, record).stream())
                            .findFirst();
        }
        return Optional.of(TypeText.of(key.type()) + " has no order");
    }

    private static Optional<String> obstacle(Component component, Shape.Structure record) {
        String path = TypeText.of(record.type()) + "." + component.name();
        if (component.nullable()) {
            return Optional.of(path + " may be null");
        }
        if (component.codec().isPresent()) {
            return Optional.of(path + " has a codec");
        }
        return obstacle(component.shape()).map(text -> path + ": " + text);
    }
}
