package dev.batchwright.processor;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.page.PlanPage;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the page of a pipeline into the folder that the option names, if it does. */
final class PageWriter {

    static final String OPTION = "batchwright.report";

    private final FolderOption folder;
    private final SourceWriter sources;

    PageWriter(Map<String, String> options, SourceWriter sources) {
        this.folder = new FolderOption(OPTION, options);
        this.sources = sources;
    }

    void write(PipelineModel pipeline, Graph graph, Problems problems) {
        folder.open(pipeline.place(), problems).ifPresent(writer -> {
            PlanPage page = new PlanPage(pipeline, graph, type -> link(writer.folder(), type));
            writer.write(pipeline.name().value() + ".html", page.text(), pipeline.place(), problems);
        });
    }

    private Optional<String> link(Path from, ClassName type) {
        return sources.source(type).flatMap(source -> link(from, source));
    }

    /** From a folder to a file, so that both can be moved together; empty where one cannot lead to the other, as from disk to disk. */
    private static Optional<String> link(Path from, Path source) {
        Path base = from.toAbsolutePath().normalize();
        if (!source.isAbsolute() || !source.getRoot().equals(base.getRoot())) {
            return Optional.empty();
        }
        try {
            List<String> names = new ArrayList<>();
            for (Path name : base.relativize(source.normalize())) {
                names.add(new URI(null, null, "/" + name, null).toASCIIString().substring(1));
            }
            return Optional.of(String.join("/", names));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
