package dev.batchwright.shard.block;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.PartInput;
import java.io.IOException;

/** Holds the blocks of a part against their checksums. One block is held at a time. */
final class BlockCheck {

    private BlockCheck() {}

    static PartCheck of(PartInput in, FileFooter footer) throws IOException {
        PartCheck.Findings findings = new PartCheck.Findings();
        BlockReader blocks = BlockReader.of(in, footer);
        try {
            check(blocks, findings);
        } finally {
            blocks.release();
        }
        return findings.of(footer.part());
    }

    private static void check(BlockReader blocks, PartCheck.Findings findings) throws IOException {
        long firstRow = 0;
        for (int block = 0; block < blocks.count(); block++) {
            long endRow = firstRow + blocks.rows(block);
            try {
                blocks.check(block);
            } catch (CorruptShardException e) {
                findings.add(firstRow, endRow, String.valueOf(e.getMessage()));
            }
            firstRow = endRow;
        }
    }
}
