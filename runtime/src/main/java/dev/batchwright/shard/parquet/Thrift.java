package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.thrift.TConfiguration;
import dev.batchwright.shaded.thrift.protocol.TCompactProtocol;
import dev.batchwright.shaded.thrift.protocol.TProtocol;
import dev.batchwright.shaded.thrift.transport.TIOStreamTransport;
import dev.batchwright.shaded.thrift.transport.TTransportException;
import java.io.InputStream;

/**
 * Reads Parquet's own structures. parquet-java's readers of them allow each list and text up to 100 MB, and share one setting of that
 * limit among all threads; here the limit is what the input has.
 */
final class Thrift {

    private Thrift() {}

    static TProtocol protocol(InputStream in, int length) throws TTransportException {
        TConfiguration limits = new TConfiguration(
                length, TConfiguration.DEFAULT_MAX_FRAME_SIZE, TConfiguration.DEFAULT_RECURSION_DEPTH);
        return new TCompactProtocol(new TIOStreamTransport(limits, in), length, length);
    }
}
