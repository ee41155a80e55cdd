package dev.batchwright.processor;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.check.Checks;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.read.MissingTypeException;
import dev.batchwright.processor.read.RowReader;
import dev.batchwright.processor.read.Scope;
import dev.batchwright.processor.read.StepReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Collects the rows of a compilation and the steps that use them, and has each compared with its file at the end. */
final class RowComparison {

    static final String FOLDER = "batchwright.schemas";
    static final String CHECK = "batchwright.schemas.check";
    static final Set<String> OPTIONS = Set.of(FOLDER, CHECK);

    private final Scope scope;
    private final StepReader steps;
    private final RowReader rowReader;
    private final FolderOption folder;
    private final String check;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<ClassName, RowModel> rows = new LinkedHashMap<>();
    private final Map<ClassName, Set<String>> users = new LinkedHashMap<>();
    private boolean isWhole = true;

    RowComparison(Scope scope, Map<String, String> options) {
        this.scope = scope;
        this.rowReader = new RowReader(scope);
        this.steps = new StepReader(scope, rowReader);
        this.folder = new FolderOption(FOLDER, options);
        this.check = Optional.ofNullable(options.get(CHECK)).orElse("error");
    }

    boolean isWanted() {
        return folder.isGiven();
    }

    /** By name, since elements do not outlive a round. */
    void add(RoundEnvironment round) {
        for (String annotation : Set.of("Step", "Row")) {
            scope.find("dev.batchwright.annotation." + annotation)
                    .ifPresent(mark -> ElementFilter.typesIn(round.getElementsAnnotatedWith(mark))
                            .forEach(type -> names.add(type.getQualifiedName().toString())));
        }
    }

    /** Compares all rows. Without {@code mayWrite} no file is touched: where the compilation has failed, it will be done again. */
    void run(boolean mayWrite, Problems problems) {
        names.stream().sorted().forEach(name -> scope.find(name).ifPresent(type -> read(type, problems)));
        Optional<Place> first = rows.values().stream().map(RowModel::place).findFirst();
        if (first.isEmpty()) {
            return;
        }
        Optional<Diagnostic.Kind> kind = kind();
        if (kind.isEmpty()) {
            problems.report(Message.OPTION_INVALID, first.get(), "-A" + CHECK, check, "Write error or warning.");
            return;
        }
        folder.open(first.get(), problems).ifPresent(writer -> {
            SchemaFiles files = new SchemaFiles(writer, kind.get(), mayWrite && isWhole);
            rows.values().forEach(row -> compare(row, files, problems));
        });
    }

    private void compare(RowModel row, SchemaFiles files, Problems problems) {
        try {
            files.compare(row, usersOf(row), problems);
        } catch (RuntimeException | StackOverflowError e) {
            scope.find(row.type().canonicalName()).ifPresent(type -> Defects.report(e, type, problems));
        }
    }

    private Optional<Diagnostic.Kind> kind() {
        return switch (check) {
            case "error" -> Optional.of(Diagnostic.Kind.ERROR);
            case "warning" -> Optional.of(Diagnostic.Kind.WARNING);
            default -> Optional.empty();
        };
    }

    private Set<String> usersOf(RowModel row) {
        return users.getOrDefault(row.type(), Set.of());
    }

    /** Where a type is missing there is no row to compare; that it is missing, the processor of rows and steps says. */
    private void read(TypeElement type, Problems problems) {
        try {
            readWhole(type);
        } catch (MissingTypeException e) {
            isWhole = false;
        } catch (RuntimeException | StackOverflowError e) {
            isWhole = false;
            Defects.report(e, type, problems);
        }
    }

    private void readWhole(TypeElement type) {
        if (StepReader.isStep(type)) {
            StepModel step = steps.read(type);
            step.rows().forEach(row -> add(row).add(step.simpleName()));
        } else if (RowReader.obstacle(type).isEmpty()) {
            add(rowReader.read(type, Place.of(type)));
        }
    }

    /** Rows from class files are compared where they are compiled, and rows in which something is wrong when it is mended. */
    private Set<String> add(RowModel row) {
        boolean isRight = !Checks.of(row).hasErrors();
        isWhole &= isRight;
        if (row.inSources() && isRight) {
            rows.putIfAbsent(row.type(), row);
        }
        return users.computeIfAbsent(row.type(), type -> new LinkedHashSet<>());
    }
}
