package dev.batchwright.samples.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.parquet.Version;
import org.apache.parquet.column.values.bitpacking.Packer;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sample on a class path that has Hadoop and another version of parquet-java, and uses both versions. */
class BesideAnotherParquetTest {

    @TempDir
    private Path folder;

    @Test
    void bothVersionsWorkAndReadWhatTheOtherWrote() throws IOException {
        Collatz.main(new String[] {folder.toString()});

        FileMetaData footer = footer(parquetPart());
        MessageType schema = new ParquetMetadataConverter()
                .fromParquetMetadata(footer)
                .getFileMetaData()
                .getSchema();
        assertThat(Version.VERSION_NUMBER).isEqualTo("1.16.0");
        assertThat(footer.getCreated_by()).doesNotContain(Version.VERSION_NUMBER);
        assertThat(footer.getNum_rows()).isEqualTo(1000);
        assertThat(schema.getFields()).extracting(field -> field.getName()).containsExactly("start", "steps");
        assertThat(Packer.LITTLE_ENDIAN.newBytePacker(3).getBitWidth()).isEqualTo(3);
        try (CollatzCache cache = CollatzCache.open(folder)) {
            assertThat(cache.walkDown()).hasSize(1000).contains(new Collatz.Walk(27, 111));
        }
    }

    private Path parquetPart() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static FileMetaData footer(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - 8;
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        return Util.readFileMetaData(new ByteArrayInputStream(Arrays.copyOfRange(bytes, end - length, end)));
    }
}
