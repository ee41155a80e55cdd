/** What the runtime needs of parquet-java, and what that needs of Thrift and fastutil. Nobody else sees it. */
module dev.batchwright.shaded.parquet {
    requires org.slf4j;

    exports dev.batchwright.shaded.brotli to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.bytes to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.column to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.column.page to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.column.values to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.format to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.internal.column.columnindex to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.io to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.io.api to dev.batchwright.runtime;
    exports dev.batchwright.shaded.parquet.schema to dev.batchwright.runtime;
    exports dev.batchwright.shaded.thrift to dev.batchwright.runtime;
    exports dev.batchwright.shaded.thrift.protocol to dev.batchwright.runtime;
    exports dev.batchwright.shaded.thrift.transport to dev.batchwright.runtime;
}
