package dev.batchwright.shard.object;

import dev.batchwright.shard.block.RoundTripContract;

class ObjectRoundTripTest extends RoundTripContract {

    ObjectRoundTripTest() {
        super(new ObjectFormat());
    }
}
