package dev.batchwright.shard.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.msgpack.MessagePackFormat;
import dev.batchwright.shard.object.ObjectFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parts that lie in caches must be readable by every later version, and the same rows must give the same bytes: two stored files hold
 * the formats to that. {@code -Dparts.update=true} rewrites them, after a change of {@link Everything}; after a change of a format the
 * version in its magic has to be another.
 */
class StoredPartsTest {

    private static final Path FOLDER = Path.of("src/test/resources/parts");
    private static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;
    private static final List<Everything> ROWS = new EverythingGenerator(20_261_124).rows(16);

    static List<ShardFormat> formats() {
        return List.of(new MessagePackFormat(), new ObjectFormat());
    }

    @BeforeAll
    static void rewriteIfTold() throws IOException {
        if (!Boolean.getBoolean("parts.update")) {
            return;
        }
        assertThat(System.getenv("CI"))
                .as("Stored parts are not rewritten where CI is set")
                .isNull();
        Files.createDirectories(FOLDER);
        for (ShardFormat format : formats()) {
            Files.write(stored(format), written(format));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameRowsGiveTheSameBytesAsEver(ShardFormat format) throws IOException {
        assertThat(written(format)).isEqualTo(Files.readAllBytes(stored(format)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aPartThatWasStoredLongAgoGivesItsRows(ShardFormat format) throws IOException {
        byte[] part = Files.readAllBytes(stored(format));

        assertThat(PartBytes.rows(format, SERIALIZER, part)).isEqualTo(ROWS);
        assertThat(PartBytes.batchedRows(format, SERIALIZER, part, 7)).isEqualTo(ROWS);
    }

    private static byte[] written(ShardFormat format) {
        return PartBytes.write(format, SERIALIZER, CompressionSetting.NONE, ROWS, 7);
    }

    private static Path stored(ShardFormat format) {
        return FOLDER.resolve("everything." + format.extension());
    }
}
