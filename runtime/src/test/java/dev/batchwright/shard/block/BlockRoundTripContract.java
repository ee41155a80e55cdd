package dev.batchwright.shard.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.RoundTripContract;
import dev.batchwright.shard.ShardFormat;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every format of blocks gives back of the rows that it was given. */
public abstract class BlockRoundTripContract extends RoundTripContract {

    protected BlockRoundTripContract(ShardFormat format) {
        super(format, 3_000);
    }

    @Test
    void theSameRowsGiveTheSameBytesHoweverTheyAreHandedOver() {
        assertThat(PartBytes.write(format, SERIALIZER, CompressionSetting.ZSTD, rows, 1))
                .isEqualTo(file);
        assertThat(PartBytes.write(format, SERIALIZER, CompressionSetting.ZSTD, rows, 10_000))
                .isEqualTo(file);
    }

    @Test
    void aClosedReaderGivesNoMoreRows() throws IOException {
        PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file);
        reader.next();
        reader.close();

        assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
    }
}
