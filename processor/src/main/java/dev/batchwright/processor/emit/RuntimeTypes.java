package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names. */
final class RuntimeTypes {

    static final ClassName BATCH = ClassName.get("dev.batchwright", "Batch");
    static final ClassName DATASET = ClassName.get("dev.batchwright", "Dataset");
    static final ClassName PIPELINE_PLAN = ClassName.get("dev.batchwright", "PipelinePlan");
    static final ClassName QUARANTINED_ROW = ClassName.get("dev.batchwright", "QuarantinedRow");
    static final ClassName RUN = ClassName.get("dev.batchwright", "Run");
    static final ClassName RUN_OPTIONS = ClassName.get("dev.batchwright", "RunOptions");
    static final ClassName RUN_REPORT = ClassName.get("dev.batchwright", "RunReport");
    static final ClassName VERIFY_REPORT = ClassName.get("dev.batchwright", "VerifyReport");

    static final ClassName GENERATED_MARK = ClassName.get("dev.batchwright.annotation", "BatchwrightGenerated");

    static final ClassName BATCH_MANAGER = ClassName.get("dev.batchwright.generated", "BatchManager");
    static final ClassName CONFIGURATION = ClassName.get("dev.batchwright.generated", "Configuration");
    static final ClassName GENERATED_CODE = ClassName.get("dev.batchwright.generated", "GeneratedCode");
    static final ClassName HEAP_SIZE = ClassName.get("dev.batchwright.generated", "HeapSize");
    static final ClassName KEY_ORDER = ClassName.get("dev.batchwright.generated", "KeyOrder");
    static final ClassName PIPELINE_CACHE = ClassName.get("dev.batchwright.generated", "PipelineCache");
    static final ClassName PIPELINE_DEFINITION = ClassName.get("dev.batchwright.generated", "PipelineDefinition");
    static final ClassName PIPELINE_ENGINE = ClassName.get("dev.batchwright.generated", "PipelineEngine");
    static final ClassName SENT_STEP = ClassName.get("dev.batchwright.generated", "SentStep");
    static final ClassName STEP_KIND = ClassName.get("dev.batchwright.generated", "StepKind");
    static final ClassName STEP_SETTINGS = ClassName.get("dev.batchwright.generated", "StepSettings");

    static final ClassName ARRAY_TYPE = ClassName.get("dev.batchwright.schema", "ArrayType");
    static final ClassName ENUM_TYPE = ClassName.get("dev.batchwright.schema", "EnumType");
    static final ClassName LIST_TYPE = ClassName.get("dev.batchwright.schema", "ListType");
    static final ClassName MAP_TYPE = ClassName.get("dev.batchwright.schema", "MapType");
    static final ClassName OPTIONAL_TYPE = ClassName.get("dev.batchwright.schema", "OptionalType");
    static final ClassName RECORD_TYPE = ClassName.get("dev.batchwright.schema", "RecordType");
    static final ClassName SCALAR_TYPE = ClassName.get("dev.batchwright.schema", "ScalarType");
    static final ClassName UNION_TYPE = ClassName.get("dev.batchwright.schema", "UnionType");

    static final ClassName COLUMN_SOURCE = ClassName.get("dev.batchwright.shard", "ColumnSource");
    static final ClassName LAZY_BATCH = ClassName.get("dev.batchwright.shard", "LazyBatch");
    static final ClassName LAZY_COLUMN = ClassName.get("dev.batchwright.shard", "LazyColumn");
    static final ClassName SHARD_SERIALIZER = ClassName.get("dev.batchwright.shard", "ShardSerializer");
    static final ClassName VALUE_READER = ClassName.get("dev.batchwright.shard", "ValueReader");
    static final ClassName VALUE_WRITER = ClassName.get("dev.batchwright.shard", "ValueWriter");

    private RuntimeTypes() {}
}
