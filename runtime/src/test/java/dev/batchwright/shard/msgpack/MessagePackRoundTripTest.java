package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.block.RoundTripContract;

class MessagePackRoundTripTest extends RoundTripContract {

    MessagePackRoundTripTest() {
        super(new MessagePackFormat());
    }
}
