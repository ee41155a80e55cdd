package dev.batchwright.samples.corpus.embed;

/** Turns texts into vectors whose scalar products tell how alike the texts are in meaning. Thread-safe. */
public interface EmbeddingModel extends AutoCloseable {

    /**
     * Embeds a text.
     *
     * @param text the text; what exceeds the model's longest input is left out of account
     * @return a vector of length 1, always the same for the same text
     * @throws Exception the model could not be run
     */
    float[] embed(String text) throws Exception;

    /** Frees what the model holds, unless it is in use. */
    @Override
    void close();
}
