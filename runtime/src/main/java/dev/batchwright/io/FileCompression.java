package dev.batchwright.io;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** How a whole file is compressed, which its name tells. */
enum FileCompression {
    NONE {
        @Override
        InputStream decompress(InputStream in) {
            return in;
        }

        @Override
        OutputStream compress(OutputStream out) {
            return out;
        }
    },
    GZIP {
        @Override
        InputStream decompress(InputStream in) {
            return new GzipInput(in);
        }

        @Override
        OutputStream compress(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER_BYTES);
        }
    },
    ZSTD {
        @Override
        InputStream decompress(InputStream in) throws IOException {
            return new ZstdInputStreamNoFinalizer(in);
        }

        @Override
        OutputStream compress(OutputStream out) throws IOException {
            return new ZstdOutputStreamNoFinalizer(out);
        }
    };

    private static final int BUFFER_BYTES = 1 << 16;

    static FileCompression of(String fileName) {
        if (fileName.endsWith(".gz")) {
            return GZIP;
        }
        return fileName.endsWith(".zst") ? ZSTD : NONE;
    }

    abstract InputStream decompress(InputStream in) throws IOException;

    abstract OutputStream compress(OutputStream out) throws IOException;
}
