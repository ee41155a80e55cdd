package dev.batchwright.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.read.Scope;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes what is generated, and knows where sources lie: the one class that touches the {@code Filer}. */
final class SourceWriter {

    private static final String INDENT = "    ";
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    private final Filer filer;
    private final Scope scope;
    private final AnnotationSpec generatedByUs;

    SourceWriter(Filer filer, Scope scope, Class<? extends Processor> processor) {
        this.filer = filer;
        this.scope = scope;
        this.generatedByUs = AnnotationSpec.builder(GENERATED)
                .addMember("value", "$S", processor.getName())
                .build();
    }

    /** Writes a class; the element at the place is what build tools take it to stem from. */
    void write(ClassName from, TypeSpec type, Place origin, Problems problems) {
        JavaFile file = JavaFile.builder(from.packageName(), marked(type, origin.element()))
                .addFileComment("Made by Batchwright from $L. Changes are lost when it is made again.", from)
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build();
        ClassName name = ClassName.get(from.packageName(), type.name());
        try (Writer out =
                filer.createSourceFile(name.canonicalName(), origin.element()).openWriter()) {
            out.write(Layout.of(file.toString()));
        } catch (IOException e) {
            problems.report(Message.FILE_NOT_WRITTEN, origin, type.name(), String.valueOf(e.getMessage()));
        }
    }

    /** The JDK's own mark, which tools know, is in a module that the user's need not read. */
    private TypeSpec marked(TypeSpec type, Element origin) {
        return scope.sees(GENERATED.canonicalName(), origin)
                ? type.toBuilder().addAnnotation(generatedByUs).build()
                : type;
    }

    /** Writes a file that goes into the jar beside the classes. */
    void writeResource(String path, String content, Place origin, Problems problems) {
        try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin.element())
                .openWriter()) {
            out.write(content);
        } catch (IOException e) {
            problems.report(Message.FILE_NOT_WRITTEN, origin, path, String.valueOf(e.getMessage()));
        }
    }

    /** The source file of a type, if the compiler was told where sources lie and it lies there. */
    Optional<Path> source(ClassName type) {
        ClassName outermost = type.topLevelClassName();
        try {
            FileObject file = filer.getResource(
                    StandardLocation.SOURCE_PATH, outermost.packageName(), outermost.simpleName() + ".java");
            return Optional.of(Path.of(file.toUri()));
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
