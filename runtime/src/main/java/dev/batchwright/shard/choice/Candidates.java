package dev.batchwright.shard.choice;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which formats and compressions are worth a trial. */
public final class Candidates {

    /**
     * Snappy and higher levels of zstd are left out: LZ4 is as fast as the one, and the others take two to ten times as long as level
     * 1 for some per cent of bytes, which no disk of today makes up for. A step may still name them.
     */
    private static final List<CompressionSetting> COMPRESSIONS =
            List.of(CompressionSetting.ZSTD, CompressionSetting.LZ4, CompressionSetting.NONE);

    private Candidates() {}

    /**
     * The formats that may be chosen for rows: MessagePack and Parquet, and the object format for rows that hold lists, maps, records
     * or sealed interfaces. A format of the user's own is used only where it is named.
     *
     * @param formats the formats that are there
     * @param schema the schema of the rows
     * @return the formats, in a fixed order
     */
    public static List<ShardFormat> formats(ShardFormats formats, RecordType schema) {
        boolean nested = schema.columns().stream().anyMatch(column -> isNested(column.type()));
        return (nested ? Stream.of("parquet", "msgpack", "object") : Stream.of("parquet", "msgpack"))
                .flatMap(name -> formats.find(name).stream())
                .toList();
    }

    /**
     * The compressions that may be chosen.
     *
     * @return the compressions, in a fixed order
     */
    public static List<CompressionSetting> compressions() {
        return COMPRESSIONS;
    }

    /**
     * Pairs formats with those of the compressions that they support.
     *
     * @param formats the formats
     * @param compressions the compressions
     * @return the pairs, in the order of the formats
     */
    public static List<PartEncoding> pairs(List<ShardFormat> formats, List<CompressionSetting> compressions) {
        List<PartEncoding> pairs = new ArrayList<>();
        for (ShardFormat format : formats) {
            for (CompressionSetting compression : compressions) {
                if (format.supports(compression)) {
                    pairs.add(new PartEncoding(format, compression));
                }
            }
        }
        return pairs;
    }

    private static boolean isNested(ColumnType type) {
        return type instanceof OptionalType optional
                ? isNested(optional.value())
                : type instanceof ListType
                        || type instanceof MapType
                        || type instanceof RecordType
                        || type instanceof UnionType;
    }
}
