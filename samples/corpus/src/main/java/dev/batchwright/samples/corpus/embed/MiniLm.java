package dev.batchwright.samples.corpus.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The quantised all-MiniLM-L6-v2, run by ONNX Runtime on one thread for each caller. Each caller gets a session of its own, made
 * when it is first needed and used again by later ones.
 *
 * <p>Texts go through the model one by one. Quantised models scale their inner values by the largest of the whole batch, so a text
 * beside others, or padded to their length, would get a slightly different vector.
 */
public final class MiniLm implements EmbeddingModel {

    /** The longest input that the model was trained for, in word pieces. */
    public static final int LONGEST_INPUT = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Queue<OrtSession> idle = new ConcurrentLinkedQueue<>();
    private final WordPieceTokenizer tokenizer;

    /**
     * Makes the model; its network is loaded when the first text is embedded.
     *
     * @param tokenizer the tokenizer that belongs to the model
     */
    public MiniLm(WordPieceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    @Override
    public float[] embed(String text) throws OrtException, IOException {
        long[] ids = tokenizer.ids(text, LONGEST_INPUT);
        OrtSession session = idle.poll();
        if (session == null) {
            session = newSession();
        }
        try {
            return Vectors.unit(Vectors.mean(run(session, ids)));
        } finally {
            idle.add(session);
        }
    }

    private float[][] run(OrtSession session, long[] ids) throws OrtException {
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor inputIds = tensor(ids);
                OnnxTensor attentionMask = tensor(mask);
                OnnxTensor tokenTypes = tensor(new long[ids.length]);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", inputIds, "attention_mask", attentionMask, "token_type_ids", tokenTypes))) {
            return ((float[][][]) result.get(0).getValue())[0];
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private OrtSession newSession() throws OrtException, IOException {
        try (InputStream network = ModelFile.NETWORK.open();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(network.readAllBytes(), options);
        }
    }

    @Override
    public void close() {
        for (OrtSession session = idle.poll(); session != null; session = idle.poll()) {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("A session of the model could not be closed", e);
            }
        }
    }
}
