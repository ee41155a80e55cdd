package dev.batchwright.processor.page;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.ScalarKind;
import dev.batchwright.processor.model.Setting;
import dev.batchwright.processor.model.Shape;
import dev.batchwright.processor.model.StepInterface;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;
import dev.batchwright.processor.model.TypeArgument;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;

/** Graphs of steps of all kinds with names of all lengths, without a compiler. */
final class RandomPlan {

    private static final Place NOWHERE = Place.of((Element) Proxy.newProxyInstance(
            RandomPlan.class.getClassLoader(), new Class<?>[] {Element.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            }));

    private static final List<StepKind> KINDS = List.of(StepKind.values());

    private final Random random;
    private final List<StepModel> steps = new ArrayList<>();
    private final List<List<StepModel>> inputs = new ArrayList<>();

    RandomPlan(Random random) {
        this.random = random;
    }

    Graph graph() {
        int size = 2 + random.nextInt(30);
        for (int i = 0; i < size; i++) {
            List<StepModel> feeding =
                    steps.stream().filter(step -> step.kind() != StepKind.SINK).toList();
            StepKind kind = i == 0 ? StepKind.SOURCE : KINDS.get(random.nextInt(KINDS.size()));
            if (kind.hasTwoInputs() && feeding.size() < 2) {
                kind = StepKind.MAP;
            }
            steps.add(step(i, kind));
            inputs.add(inputs(kind, new ArrayList<>(feeding)));
        }
        return new Graph(IntStream.range(0, size).mapToObj(this::node).toList());
    }

    private List<StepModel> inputs(StepKind kind, List<StepModel> feeding) {
        int wanted = kind.isSource() ? 0 : kind.hasTwoInputs() ? 2 : 1 + random.nextInt(2) * random.nextInt(4);
        List<StepModel> chosen = new ArrayList<>();
        while (chosen.size() < wanted && !feeding.isEmpty()) {
            // Mostly of the last ones, as flows go on from there.
            int near = Math.max(0, feeding.size() - 1 - random.nextInt(1 + random.nextInt(feeding.size())));
            chosen.add(feeding.remove(near));
        }
        return chosen;
    }

    private Graph.Node node(int index) {
        StepModel step = steps.get(index);
        List<StepModel> consumers = IntStream.range(0, steps.size())
                .filter(other -> inputs.get(other).contains(step))
                .mapToObj(steps::get)
                .toList();
        return new Graph.Node(step, inputs.get(index), consumers);
    }

    private StepModel step(int index, StepKind kind) {
        List<TypeArgument> arguments = IntStream.range(0, kind.parameters())
                .mapToObj(parameter -> new TypeArgument(
                        "Row",
                        false,
                        kind.isKey(parameter) ? Optional.empty() : Optional.of(row()),
                        Optional.empty(),
                        ""))
                .toList();
        return new StepModel(
                ClassName.get("demo", "Step" + index),
                "",
                settings("s" + index + name()),
                List.of(new StepInterface(kind, arguments)),
                List.of(),
                Optional.empty(),
                true,
                false,
                false,
                List.of(),
                true,
                NOWHERE);
    }

    private String name() {
        return ("-" + "word".repeat(1 + random.nextInt(3))).repeat(random.nextInt(6))
                + "W".repeat(random.nextInt(3) * 9);
    }

    private RowModel row() {
        ClassName type = ClassName.get("demo", "Row" + "Of".repeat(random.nextInt(30)));
        List<Component> columns = IntStream.rangeClosed(0, random.nextInt(12))
                .mapToObj(index -> new Component(
                        "c" + index,
                        TypeName.INT,
                        "c" + index,
                        new Shape.Scalar(TypeName.INT, ScalarKind.INT),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        NOWHERE))
                .toList();
        return new RowModel(
                type,
                "",
                new Shape.Structure(type, type.simpleName(), columns),
                said("auto"),
                said("auto"),
                true,
                Optional.empty(),
                true,
                false,
                NOWHERE);
    }

    private StepSettings settings(String name) {
        return new StepSettings(
                said(name),
                said(""),
                said(random.nextInt(5) == 0 ? "ALWAYS" : "AUTO"),
                said(1),
                said(0),
                said("INTERVAL"),
                said("FAIL"),
                said(Long.MAX_VALUE),
                said(1.0),
                said(false),
                said(""),
                said("auto"),
                said("auto"),
                Optional.empty());
    }

    private static <T> Setting<T> said(T value) {
        return new Setting<>(value, false, NOWHERE);
    }
}
