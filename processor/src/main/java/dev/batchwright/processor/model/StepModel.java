package dev.batchwright.processor.model;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A step class.
 *
 * @param type the class
 * @param description the first sentence of its Javadoc; empty where there is none, or no source
 * @param settings what its annotations say
 * @param interfaces the step interfaces it implements; exactly one unless something is wrong
 * @param configuration its configuration
 * @param obstacle why it cannot be instantiated, if it cannot
 * @param isPublic whether the class and all types around it are public
 * @param hasNoArguments whether generated code can make one by itself
 * @param isSerializable whether its objects can be sent to another process
 * @param unsendable what of an isolated step can never be sent
 * @param inSources whether the class is compiled now
 * @param place where it is declared
 */
public record StepModel(
        ClassName type,
        String description,
        StepSettings settings,
        List<StepInterface> interfaces,
        List<ConfigValue> configuration,
        Optional<Obstacle> obstacle,
        boolean isPublic,
        boolean hasNoArguments,
        boolean isSerializable,
        List<Unsendable> unsendable,
        boolean inSources,
        Place place) {

    private static final String AUTO = "auto";

    /** Why there can be no object of a step class, and what to do. */
    public record Obstacle(String reason, String fix) {}

    /** A field, its type, and what to do. */
    public record Unsendable(String path, String type, String fix, Place place) {}

    public ClassName manager() {
        return GeneratedName.of(type, "BatchManager");
    }

    /** The step's name; unique within a pipeline. */
    public String name() {
        return settings.name().value();
    }

    /** What the user calls the class. */
    public String simpleName() {
        return type.simpleName();
    }

    /** The kind of a step in which nothing is wrong. */
    public StepKind kind() {
        return interfaces.get(0).kind();
    }

    public Optional<RowModel> input() {
        return argument(kind().inputParameter()).flatMap(TypeArgument::row);
    }

    public Optional<RowModel> rightInput() {
        return argument(kind().rightParameter()).flatMap(TypeArgument::row);
    }

    public Optional<RowModel> output() {
        return argument(kind().outputParameter()).flatMap(TypeArgument::row);
    }

    public Optional<Shape> key() {
        return argument(kind().keyParameter()).flatMap(TypeArgument::shape);
    }

    /** The format of its rows: what the step leaves open, the row that it makes may say. */
    public String format() {
        return settled(settings.format(), RowModel::format);
    }

    /** The compression of its rows, found in the same way. */
    public String compression() {
        return settled(settings.compression(), RowModel::compression);
    }

    private String settled(Setting<String> ofStep, Function<RowModel, Setting<String>> ofRow) {
        return ofStep.value().equals(AUTO)
                ? output().map(ofRow).map(Setting::value).orElse(AUTO)
                : ofStep.value();
    }

    /** The rows that any of the step's interfaces names. */
    public List<RowModel> rows() {
        return interfaces.stream()
                .flatMap(step -> step.arguments().stream())
                .flatMap(argument -> argument.row().stream())
                .toList();
    }

    private Optional<TypeArgument> argument(int parameter) {
        List<TypeArgument> arguments = interfaces.get(0).arguments();
        return Stream.of(parameter)
                .filter(index -> index >= 0)
                .map(arguments::get)
                .findFirst();
    }
}
