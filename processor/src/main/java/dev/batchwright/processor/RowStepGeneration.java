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

    private final Scope scope;
    private final SourceWriter writer;
    private final GeneratedTypes generated;
    private final Set<ClassName> rowsWritten = new LinkedHashSet<>();

    RowStepGeneration(Scope scope, SourceWriter writer) {
        this.scope = scope;
        this.writer = writer;
        this.generated = new GeneratedTypes(scope::hasSource);
    }

    Problems row(TypeElement type) {
        Optional<String> obstacle = RowReader.obstacle(type);
        if (obstacle.isPresent()) {
            Problems problems = new Problems();
            problems.report(Message.ROW_NOT_A_RECORD, Place.of(type), "@Row", type.getSimpleName(), obstacle.get());
            return problems;
        }
        RowModel row = new RowReader(scope).read(type, Place.of(type));
        Problems problems = Checks.of(row);
        claim(row, problems);
        if (!problems.hasErrors()) {
            write(row, problems);
        }
        return problems;
    }

    Problems step(TypeElement type) {
        StepModel step = new StepReader(scope).read(type);
        Problems problems = Checks.of(step);
        step.rows().forEach(row -> claim(row, problems));
        generated.claim(step.manager(), step.type(), step.place(), problems);
        if (!problems.hasErrors()) {
            step.rows().forEach(row -> write(row, problems));
            writer.write(step.type(), new ManagerEmitter(step).emit(), step.place(), problems);
        }
        return problems;
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
