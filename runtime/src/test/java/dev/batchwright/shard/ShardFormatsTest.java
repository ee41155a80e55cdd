package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shard.msgpack.MessagePackFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardFormatsTest {

    @Test
    void findsFormatsAsServices() {
        assertThat(ShardFormats.load().named("msgpack")).isInstanceOf(MessagePackFormat.class);
    }

    @Test
    void tellsWhichFormatsThereAre() {
        assertThatThrownBy(
                        () -> ShardFormats.of(List.of(new MessagePackFormat())).named("orc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'orc'")
                .hasMessageContaining("msgpack")
                .hasMessageContaining("META-INF/services/dev.batchwright.shard.ShardFormat");
    }

    @Test
    void refusesTwoFormatsOfOneName() {
        assertThatThrownBy(() -> ShardFormats.of(List.of(new MessagePackFormat(), new MessagePackFormat())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'msgpack'");
    }
}
