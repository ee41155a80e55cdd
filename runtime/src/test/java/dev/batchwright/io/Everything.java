package dev.batchwright.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row with every type that only JSON can hold; {@link Scalars} has the others. */
@SuppressWarnings("ArrayRecordComponent") // Rows may hold arrays; nothing here compares them by identity.
record Everything(
        Scalars scalars,
        boolean[] booleans,
        short[] shorts,
        char[] chars,
        int[] ints,
        long[] longs,
        float[] floats,
        double[] doubles,
        List<@Nullable String> tags,
        Set<Integer> numbers,
        Map<String, List<Double>> scores,
        Optional<Shape> shape,
        List<Shape> shapes) {

    sealed interface Shape {}

    record Circle(double radius) implements Shape {}

    record Named(String name, @Nullable Circle inner) implements Shape {}
}
