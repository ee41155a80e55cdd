import dev.batchwright.engine.LocalEngine;
import dev.batchwright.generated.PipelineEngine;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.msgpack.MessagePackFormat;
import dev.batchwright.shard.object.ObjectFormat;
import dev.batchwright.shard.parquet.ParquetFormat;

/**
 * Runs pipelines: step interfaces, sources and sinks, the engine, the cache and its file formats.
 *
 * <p>Other modules may provide a {@link ShardFormat}. Code outside the exported packages may change without notice.
 */
@SuppressWarnings("requires-automatic") // lz4-java has no descriptor, but a name that it promises to keep.
module dev.batchwright.runtime {
    requires transitive dev.batchwright.annotations;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.luben.zstd_jni;
    requires de.siegmar.fastcsv;
    requires dev.batchwright.shaded.parquet;
    requires java.management;
    requires jdk.management;
    requires jdk.unsupported;
    requires org.lz4.java;
    requires org.slf4j;

    exports dev.batchwright;
    exports dev.batchwright.generated;
    exports dev.batchwright.importer;
    exports dev.batchwright.io;
    exports dev.batchwright.observe;
    exports dev.batchwright.schema;
    exports dev.batchwright.shard;

    // Reads and writes the records of the cache's documents by reflection.
    opens dev.batchwright.cache to
            com.fasterxml.jackson.databind;
    opens dev.batchwright.shard.choice to
            com.fasterxml.jackson.databind;

    uses PipelineEngine;
    uses ShardFormat;

    // META-INF/services says the same to the class path.
    provides PipelineEngine with
            LocalEngine;
    provides ShardFormat with
            MessagePackFormat,
            ObjectFormat,
            ParquetFormat;
}
