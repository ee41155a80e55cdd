package dev.batchwright.benchmarks.compile;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A processor, and sources that it has work with. */
enum Contender {
    BATCHWRIGHT(""),
    MAPSTRUCT("""
            @org.mapstruct.Mapper
            public interface Type%1$d {
                Made map(Given given);
                record Given(%2$s) {}
                record Made(%2$s) {}
            }
            """),
    IMMUTABLES("""
            @org.immutables.value.Value.Immutable
            public interface Type%1$d {
            %3$s}
            """),
    RECORD_BUILDER("""
            @io.soabase.recordbuilder.core.RecordBuilder
            public record Type%1$d(%2$s) {}
            """);

    /** Of a type; empty where there are steps. */
    private final String template;

    Contender(String template) {
        this.template = template;
    }

    /** The sources of as many steps, or of as many types as there are steps and rows, by the names of their types. */
    Map<String, String> sources(int steps) {
        return this == BATCHWRIGHT ? PipelineSources.of(steps) : values(steps);
    }

    /** The folder with the jars of the processor, and the name in tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, String> values(int steps) {
        Map<String, String> sources = new LinkedHashMap<>(SharedTypes.SOURCES);
        int types = PipelineSources.of(steps).size() - SharedTypes.SOURCES.size() - PipelineSources.PIPELINES;
        for (int type = 0; type < types; type++) {
            String folder = "app.p" + type % PipelineSources.PIPELINES;
            sources.put(
                    folder + ".Type" + type,
                    "package " + folder + ";\nimport app.*;\n" + Columns.IMPORTS
                            + template.formatted(type, Columns.components(type), Columns.methods(type)));
        }
        return sources;
    }
}
