package dev.batchwright.benchmarks.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.crc32;
import static org.apache.spark.sql.functions.min;

import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Does the work once on Spark in local mode, in the JVM that is measured: {@code WORKLOAD INPUT OUTPUT}. The session is as it comes, but
 * for its user interface, which is not started.
 */
public final class SparkWork {

    private static final int MIN_TOKENS = 20;
    private static final String DOCS = "id BIGINT, title STRING, date STRING, text STRING";
    private static final StructType FEATURES = StructType.fromDDL(
            "id BIGINT NOT NULL, text STRING NOT NULL, tokens INT NOT NULL, crc BIGINT NOT NULL, avg_len DOUBLE NOT NULL");

    private SparkWork() {}

    /**
     * Does the work.
     *
     * @param args the workload, the file of documents, and the folder to write to, beside which Spark has its own files
     */
    public static void main(String[] args) throws IOException {
        Path output = Path.of(args[2]).toAbsolutePath();
        try (SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.log.level", "ERROR")
                .config("spark.local.dir", output + "-spill")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .getOrCreate()) {
            Dataset<Row> docs = spark.read().schema(DOCS).json(args[1]);
            Dataset<Row> made = switch (args[0]) {
                case "W1" -> docs.flatMap((FlatMapFunction<Row, Row>) SparkWork::features, Encoders.row(FEATURES));
                case "W4" -> firstOfEachText(docs);
                default -> throw new IllegalArgumentException(args[0]);
            };
            made.write().parquet(output.toString());
        }
    }

    /** The functions on text are the same that the pipeline calls. */
    private static Iterator<Row> features(Row row) {
        Doc doc = new Doc(row.getLong(0), row.getString(1), row.getString(2), row.getString(3)).normalised();
        if (Tokens.count(doc.text()) < MIN_TOKENS) {
            return List.<Row>of().iterator();
        }
        TextFeatures found = TextFeatures.of(doc);
        return List.of(RowFactory.create(found.id(), found.text(), found.tokens(), found.crc(), found.averageLength()))
                .iterator();
    }

    private static Dataset<Row> firstOfEachText(Dataset<Row> docs) {
        return docs.groupBy(crc32(col("text").cast("binary")).as("crc"), col("text"))
                .agg(min("id").as("id"))
                .select("id", "crc", "text");
    }
}
