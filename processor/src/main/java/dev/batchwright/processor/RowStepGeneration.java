package dev.batchwright.processor;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.check.Checks;
import dev.batchwright.processor.check.GeneratedTypes;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.emit.BatchEmitter;
import dev.batchwright.processor.emit.ManagerEmitter;
import dev.batchwright.processor.emit.SerializerEmitter;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.read.RowReader;
import dev.batchwright.processor.read.Scope;
import dev.batchwright.processor.read.StepReader;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads, checks and writes rows and steps, each row once. */
final class RowStepGeneration {

    private final RowReader rows;
    private final StepReader steps;
    private final RuntimeCheck runtime;
    private final SourceWriter writer;
    private final GeneratedTypes generated;
    private final Set<ClassName> rowsWritten = new LinkedHashSet<>();

    RowStepGeneration(Scope scope, SourceWriter writer) {
        this.rows = new RowReader(scope);
        this.steps = new StepReader(scope, rows);
        this.runtime = new RuntimeCheck(scope);
        this.writer = writer;
        this.generated = new GeneratedTypes(scope::hasSource);
    }

    boolean row(TypeElement type, Problems problems) {
        if (!runtime.fits(Place.of(type), problems)) {
            return false;
        }
        Optional<String> obstacle = RowReader.obstacle(type);
        if (obstacle.isPresent()) {
            problems.report(Message.ROW_NOT_A_RECORD, Place.of(type), "@Row", type.getSimpleName(), obstacle.get());
            return false;
        }
        RowModel row = rows.read(type, Place.of(type));
        problems.addAll(Checks.of(row));
        claim(row, problems);
        if (!problems.hasErrors()) {
            write(row, problems);
        }
        return !problems.hasErrors();
    }

    boolean step(TypeElement type, Problems problems) {
        if (!runtime.fits(Place.of(type), problems)) {
            return false;
        }
        StepModel step = steps.read(type);
        problems.addAll(Checks.of(step));
        step.rows().forEach(row -> claim(row, problems));
        generated.claim(step.manager(), step.type(), step.place(), problems);
        if (!problems.hasErrors()) {
            step.rows().forEach(row -> write(row, problems));
            writer.write(step.type(), new ManagerEmitter(step).emit(), step.place(), problems);
        }
        return !problems.hasErrors();
    }

    private void claim(RowModel row, Problems problems) {
        if (row.isGeneratedHere()) {
            generated.claim(row.serializer(), row.type(), row.place(), problems);
            generated.claim(row.batch(), row.type(), row.place(), problems);
        }
    }

    private void write(RowModel row, Problems problems) {
        if (row.isGeneratedHere() && rowsWritten.add(row.type())) {
            writer.write(row.type(), new SerializerEmitter(row).emit(), row.place(), problems);
            writer.write(row.type(), new BatchEmitter(row).emit(), row.place(), problems);
        }
    }
}
