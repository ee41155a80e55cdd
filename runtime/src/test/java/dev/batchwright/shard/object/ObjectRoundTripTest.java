package dev.batchwright.shard.object;

import dev.batchwright.shard.block.BlockRoundTripContract;

class ObjectRoundTripTest extends BlockRoundTripContract {

    ObjectRoundTripTest() {
        super(new ObjectFormat());
    }
}
