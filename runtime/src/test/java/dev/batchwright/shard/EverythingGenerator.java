package dev.batchwright.shard;

import dev.batchwright.shard.Everything.Circle;
import dev.batchwright.shard.Everything.Color;
import dev.batchwright.shard.Everything.Label;
import dev.batchwright.shard.Everything.Nothing;
import dev.batchwright.shard.Everything.Point;
import dev.batchwright.shard.Everything.Polygon;
import dev.batchwright.shard.Everything.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes random rows with many empty, extreme and null values. The same seed makes the same rows. */
public final class EverythingGenerator {

    private final RandomValues random;

    public EverythingGenerator(long seed) {
        this.random = new RandomValues(seed);
    }

    public List<Everything> rows(int count) {
        return Collections.unmodifiableList(list(count, this::row));
    }

    public Everything row() {
        return new Everything(
                random.flag(),
                (byte) random.number(),
                (short) random.number(),
                random.letter(),
                (int) random.number(),
                random.number(),
                (float) random.real(),
                random.real(),
                random.text(),
                random.bytes(),
                random.oneOf(Color.values()),
                random.decimal(),
                random.uuid(),
                random.instant(),
                random.date(),
                random.dateTime(),
                random.duration(),
                random.booleans(),
                random.shorts(),
                random.chars(),
                random.ints(),
                random.longs(),
                random.floats(),
                random.doubles(),
                maybe(() -> (int) random.number()),
                maybe(random::text),
                maybe(random::floats),
                Optional.ofNullable(maybe(random::text)),
                Optional.ofNullable(maybe(this::point)),
                list(random.size(), random::text),
                this.<@Nullable Long>list(random.size(), () -> maybe(random::number)),
                list(random.size(), () -> list(random.size(), () -> (int) random.number())),
                colors(),
                map(random::real),
                this.<@Nullable List<Point>>map(() -> maybe(() -> list(random.size(), this::point))),
                point(),
                maybe(this::point),
                shape(),
                maybe(this::shape),
                list(random.size(), this::shape));
    }

    private Point point() {
        return new Point((int) random.number(), maybe(random::real), label());
    }

    private Label label() {
        return new Label(maybe(random::text), list(random.size(), random::number));
    }

    private Shape shape() {
        return switch (random.below(3)) {
            case 0 -> new Nothing();
            case 1 -> new Circle(random.real(), Optional.ofNullable(maybe(random::instant)));
            default -> new Polygon(list(random.size(), this::point), random.oneOf(Color.values()));
        };
    }

    private Set<Color> colors() {
        Set<Color> colors = new LinkedHashSet<>();
        for (int i = random.size(); i > 0; i--) {
            colors.add(random.oneOf(Color.values()));
        }
        return colors;
    }

    private <V extends @Nullable Object> Map<String, V> map(Supplier<V> value) {
        Map<String, V> map = new LinkedHashMap<>();
        for (int i = random.size(); i > 0; i--) {
            map.put(random.text(), value.get());
        }
        return map;
    }

    private <V extends @Nullable Object> List<V> list(int size, Supplier<V> element) {
        List<V> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    private <V> @Nullable V maybe(Supplier<V> value) {
        return random.below(3) == 0 ? null : value.get();
    }
}
