package dev.batchwright.engine.code;

/**
 * Annotations that are there at run time, and the defaults of their elements (JVMS 17, sections 4.7.16, 4.7.18 and 4.7.22). Code of a
 * step may look at them.
 */
final class Annotations {

    private static final int DEEPEST = 64;

    private final Constants constants;

    Annotations(Constants constants) {
        this.constants = constants;
    }

    void addAll(Bytes in, Sum sum) {
        int count = in.u2();
        sum.number(count);
        for (int i = 0; i < count; i++) {
            addOne(in, sum, 0);
        }
    }

    void addOfParameters(Bytes in, Sum sum) {
        int parameters = in.u1();
        sum.number(parameters);
        for (int i = 0; i < parameters; i++) {
            addAll(in, sum);
        }
    }

    void addDefault(Bytes in, Sum sum) {
        addValue(in, sum, 0);
    }

    private void addOne(Bytes in, Sum sum, int depth) {
        sum.sum(constants.sum(in.u2()));
        int elements = in.u2();
        sum.number(elements);
        for (int i = 0; i < elements; i++) {
            sum.sum(constants.sum(in.u2()));
            addValue(in, sum, depth);
        }
    }

    private void addValue(Bytes in, Sum sum, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedClassException("Values of annotations nested too deeply");
        }
        int tag = in.u1();
        sum.number(tag);
        switch (tag) {
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z', 's', 'c' -> sum.sum(constants.sum(in.u2()));
            case 'e' -> sum.sum(constants.sum(in.u2())).sum(constants.sum(in.u2()));
            case '@' -> addOne(in, sum, depth + 1);
            case '[' -> {
                int values = in.u2();
                sum.number(values);
                for (int i = 0; i < values; i++) {
                    addValue(in, sum, depth + 1);
                }
            }
            default -> throw new MalformedClassException("Unknown value of an annotation: " + tag);
        }
    }
}
