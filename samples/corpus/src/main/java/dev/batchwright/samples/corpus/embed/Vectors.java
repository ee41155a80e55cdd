package dev.batchwright.samples.corpus.embed;

/** The little algebra that embeddings need. */
public final class Vectors {

    private Vectors() {}

    /**
     * The scalar product: for vectors of length 1 the cosine of their angle, from -1 to 1.
     *
     * @param left a vector
     * @param right another of as many dimensions
     * @return the product
     */
    public static float dot(float[] left, float[] right) {
        float sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    static float[] mean(float[][] vectors) {
        float[] mean = new float[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i];
            }
        }
        return scaled(mean, 1f / vectors.length);
    }

    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        return length == 0 ? vector : scaled(vector, (float) (1 / length));
    }

    private static float[] scaled(float[] vector, float factor) {
        float[] scaled = new float[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = vector[i] * factor;
        }
        return scaled;
    }
}
