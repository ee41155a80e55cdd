package dev.batchwright.generated;

import dev.batchwright.BatchwrightException;
import dev.batchwright.PipelinePlan;
import dev.batchwright.Run;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Plans and runs pipelines, and opens what runs left in a cache. Found as a service, so that generated code knows no engine. */
public interface PipelineEngine {

    /**
     * Says how a pipeline would run.
     *
     * @param pipeline the pipeline
     * @return its stages
     */
    PipelinePlan plan(PipelineDefinition pipeline);

    /**
     * Says how a pipeline would run with some options: with what earlier runs have found out about formats. Neither creates nor
     * changes anything, and needs no lock.
     *
     * @param pipeline the pipeline
     * @param options where and how
     * @return its stages
     */
    PipelinePlan plan(PipelineDefinition pipeline, RunOptions options);

    /**
     * Runs a pipeline to its end. An interrupt of the calling thread asks the run to end in order, and a second one ends it at once.
     *
     * @param pipeline the pipeline
     * @param options where and how
     * @return what happened
     * @throws dev.batchwright.RunCancelledException if the run was asked to end, and did
     * @throws BatchwrightException if the run fails
     */
    RunReport run(PipelineDefinition pipeline, RunOptions options);

    /**
     * Starts a run, in threads of its own.
     *
     * @param pipeline the pipeline
     * @param options where and how
     * @return the run, which may fail at once
     */
    Run start(PipelineDefinition pipeline, RunOptions options);

    /**
     * Opens a cache for reading.
     *
     * @param directory the cache directory
     * @param pipeline the pipeline's name
     * @return the stored rows
     * @throws BatchwrightException if there is no such cache, or it belongs to another pipeline
     */
    StoredRows open(Path directory, String pipeline);

    /**
     * Finds the engine.
     *
     * @return the engine
     * @throws BatchwrightException if there is none
     */
    static PipelineEngine load() {
        return ServiceLoader.load(PipelineEngine.class, PipelineEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new BatchwrightException("No engine is registered as a service under "
                        + PipelineEngine.class.getName()
                        + ". If the jars were merged into one, merge their META-INF/services files as well."));
    }
}
