package dev.batchwright.engine.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of constants as sums, wherever in the pool they are (JVMS 17, sections 4.4 and 4.7.23). The sum of a constant that refers
 * to others is made of their sums, and each is made once, so that the work grows with the size of the file only, however its constants
 * are entangled.
 */
final class Constants {

    /** Dynamic constants may have dynamic arguments. Those that javac makes are three deep; a malicious one contains itself. */
    private static final int DEEPEST = 64;

    private final ConstantPool pool;
    private final List<Bytes> bootstraps;
    private final byte[] @Nullable [] sums;
    private final byte[] @Nullable [] bootstrapSums;

    Constants(ConstantPool pool, @Nullable Bytes bootstrapMethods) {
        this.pool = pool;
        this.bootstraps = bootstrapMethods == null ? List.of() : split(bootstrapMethods);
        this.sums = new byte[pool.size()][];
        this.bootstrapSums = new byte[bootstraps.size()][];
    }

    private static List<Bytes> split(Bytes in) {
        List<Bytes> bootstraps = new ArrayList<>();
        for (int left = in.u2(); left > 0; left--) {
            Bytes all = in.again();
            all.skip(in.offset() + 2);
            bootstraps.add(in.part(4 + 2 * all.u2()));
        }
        in.expectEnd();
        return bootstraps;
    }

    byte[] sum(int index) {
        return sum(index, 0);
    }

    /** The sum of a constant where 0 stands for none. */
    byte[] sumOrNone(int index) {
        return index == 0 ? Sum.NONE : sum(index);
    }

    private byte[] sum(int index, int depth) {
        int tag = pool.tag(index);
        byte[] sum = sums[index];
        if (sum == null) {
            sum = make(tag, pool.content(index), depth);
            sums[index] = sum;
        }
        return sum;
    }

    private byte[] make(int tag, Bytes content, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedClassException("Constants refer to constants over and over");
        }
        Sum sum = new Sum().number(tag);
        switch (tag) {
            case ConstantPool.UTF8, ConstantPool.INTEGER, ConstantPool.FLOAT, ConstantPool.LONG, ConstantPool.DOUBLE ->
                content.addTo(sum);
            case ConstantPool.METHOD_HANDLE -> sum.number(content.u1());
            case ConstantPool.DYNAMIC, ConstantPool.INVOKE_DYNAMIC -> sum.sum(bootstrap(content.u2(), depth + 1));
            default -> {} // Refers to other constants only.
        }
        if (!isPlain(tag)) {
            while (content.hasMore()) {
                sum.sum(sum(content.u2(), depth + 1));
            }
        }
        return sum.done();
    }

    private static boolean isPlain(int tag) {
        return tag <= ConstantPool.DOUBLE;
    }

    private byte[] bootstrap(int index, int depth) {
        if (index >= bootstraps.size()) {
            throw new MalformedClassException("There is no bootstrap method " + index);
        }
        byte[] made = bootstrapSums[index];
        if (made == null) {
            Bytes in = bootstraps.get(index).again();
            Sum sum = new Sum().sum(sum(in.u2(), depth));
            int arguments = in.u2();
            sum.number(arguments);
            for (int i = 0; i < arguments; i++) {
                sum.sum(sum(in.u2(), depth));
            }
            made = sum.done();
            bootstrapSums[index] = made;
        }
        return made;
    }
}
