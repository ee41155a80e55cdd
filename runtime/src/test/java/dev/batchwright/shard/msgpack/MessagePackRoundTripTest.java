package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.block.BlockRoundTripContract;

class MessagePackRoundTripTest extends BlockRoundTripContract {

    MessagePackRoundTripTest() {
        super(new MessagePackFormat());
    }
}
