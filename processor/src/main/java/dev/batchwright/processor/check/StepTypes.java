package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepInterface;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.TypeArgument;
import java.util.ArrayList;
import java.util.List;

/** The type arguments of a step's interface are fixed, and its rows are records that the step's package can name. */
final class StepTypes implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        boolean isGeneric = step.obstacle().isPresent();
        for (StepInterface each : step.interfaces()) {
            if (each.arguments().size() < each.kind().parameters()) {
                reportOpen("arguments", each.kind(), step, problems);
            }
            for (TypeArgument argument : each.arguments()) {
                if (argument.isOpen() && !isGeneric) {
                    reportOpen(argument.text(), each.kind(), step, problems);
                }
                if (!argument.notARow().isEmpty()) {
                    problems.report(
                            Message.ROW_NOT_A_RECORD,
                            step.place(),
                            step.simpleName(),
                            argument.text(),
                            argument.notARow());
                }
            }
        }
        step.rows().forEach(row -> checkVisible(row, step, problems));
    }

    private static void reportOpen(String what, StepKind kind, StepModel step, Problems problems) {
        String name = kind.simpleName();
        problems.report(Message.STEP_TYPES_UNRESOLVED, step.place(), step.simpleName(), what, name, example(kind));
    }

    private static String example(StepKind kind) {
        List<String> names = new ArrayList<>();
        for (int parameter = 0; parameter < kind.parameters(); parameter++) {
            names.add(kind.isKey(parameter) ? "String" : "Row" + (parameter + 1));
        }
        return kind.simpleName() + "<" + String.join(", ", names) + ">";
    }

    private static void checkVisible(RowModel row, StepModel step, Problems problems) {
        String stepPackage = step.type().packageName();
        if (!row.isPublic() && !row.type().packageName().equals(stepPackage)) {
            problems.report(
                    Message.ROW_NOT_ACCESSIBLE,
                    step.place(),
                    row.type().simpleName(),
                    stepPackage,
                    step.manager().simpleName(),
                    "Make it and the types around it public.");
        }
    }
}
