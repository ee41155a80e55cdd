package dev.batchwright.shard.parquet;

import java.io.InputStream;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

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
