package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FooterJsonTest {

    private static final PartFooter FOOTER = new PartFooter(
            "embed-chunks",
            "77b0\"e1\n",
            3,
            17,
            1_000_000_000_000L,
            Long.MAX_VALUE,
            8192,
            4096,
            "ab12",
            "zstd:6",
            true,
            false,
            12,
            List.of(new PartFooter.Restart("chunk", 5, 9)),
            new PartFooter.Digests(7, Long.MAX_VALUE, 8),
            5);
    private static final String TEXT = FooterJson.write(FOOTER);

    @Test
    void readsWhatItWrote() {
        assertThat(FooterJson.read(TEXT, "a/0.msgpack")).isEqualTo(FOOTER);
    }

    @Test
    void writesOneLineWithoutSpaces() {
        assertThat(FooterJson.write(new PartFooter("s", "f", 0, 1, 2, 3, 5, 4, "h", "none", false, true)))
                .isEqualTo("{\"version\":1,\"step\":\"s\",\"fingerprint\":\"f\",\"shard\":0,\"part\":1,"
                        + "\"firstInputRow\":2,\"endInputRow\":3,\"rowsBefore\":5,\"rows\":4,\"schemaHash\":\"h\","
                        + "\"compression\":\"none\",\"lastPart\":false,\"lastShard\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"shard\":3|\"shard\":-1",
                "\"shard\":3|\"shard\":3000000000",
                "\"shard\":3|\"shard\":\"3\"",
                "\"shard\":3|\"shard\":3.0",
                "\"shard\":3|\"shard\":null",
                "\"shard\":3|\"shard\":[3]",
                "\"shard\":3|\"shard\":99999999999999999999999999",
                "\"shard\":3|\"shard\":3,\"shard\":3",
                "\"shard\":3|\"shards\":3",
                "\"shard\":3,|``",
                "\"batches\":12|\"batches\":-1",
                "\"digest\":9223372036854775807|\"digest\":9223372036854775808",
                "\"digestBefore\":7|\"digestBefore\":\"7\"",
                "\"inputDigest\":8|\"inputDigest\":-8",
                "\"lastPart\":true|\"lastPart\":\"true\"",
                "\"compression\":\"zstd:6\"|\"compression\":6",
                "\"firstInputRow\":1000000000000,\"endInputRow\":9223372036854775807|\"firstInputRow\":2,\"endInputRow\":1",
            })
    void refusesFieldsThatMakeNoSense(String good, String bad) {
        String text = TEXT.replace(good, bad);

        assertThat(text).isNotEqualTo(TEXT);
        assertThatThrownBy(() -> FooterJson.read(text, "a/0.msgpack"))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("a/0.msgpack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "{\"version\":1}", "\"text\""})
    void refusesWhatIsNoFooter(String text) {
        assertThatThrownBy(() -> FooterJson.read(text, "a/0.msgpack")).isInstanceOf(CorruptShardException.class);
    }

    @Test
    void refusesTextAfterTheFooter() {
        assertThatThrownBy(() -> FooterJson.read(TEXT + "{}", "a/0.msgpack")).isInstanceOf(CorruptShardException.class);
    }

    @Test
    void namesTheVersionThatItCannotRead() {
        assertThatThrownBy(() -> FooterJson.read(TEXT.replace("\"version\":1", "\"version\":2"), "a/0.msgpack"))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void saysNothingButCorruptWhateverTheText() {
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(TEXT);
            for (int change = random.nextInt(3); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(96)));
            }
            try {
                FooterJson.read(text.toString(), "a/0.msgpack");
            } catch (CorruptShardException expected) {
                assertThat(expected).as("seed %d, text %s", seed, text).hasMessageContaining("a/0.msgpack");
            }
        }
    }
}
