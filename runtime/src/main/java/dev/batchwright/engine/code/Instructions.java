package dev.batchwright.engine.code;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The instructions of a method (JVMS 17, sections 4.7.3 and 6.5), told independently of how many bytes each takes: constants by their
 * value, jumps by the number of the instruction that they lead to, and instructions with short and with long operands as the same.
 */
final class Instructions {

    /** {@code code_length} has to be less (JVMS 4.7.3). */
    private static final int TOO_LONG = 65_536;

    private final Bytes code;
    private final Constants constants;
    private final int[] numbers;

    Instructions(Bytes code, Constants constants) {
        if (code.length() >= TOO_LONG) {
            throw new MalformedClassException("A method of " + code.length() + " bytes");
        }
        this.code = code;
        this.constants = constants;
        this.numbers = new int[code.length() + 1];
        Arrays.fill(numbers, -1);
        number();
    }

    /** Numbers the instructions; what is summed up on the way is thrown away. */
    private void number() {
        Sum ignored = new Sum();
        Bytes in = code.again();
        int count = 0;
        while (in.hasMore()) {
            numbers[in.offset()] = count++;
            addOne(in, ignored, target -> target);
        }
        numbers[code.length()] = count;
    }

    /** The number of the instruction that begins at an offset; that of the end is how many there are. */
    int numberAt(int offset) {
        if (offset < 0 || offset >= numbers.length || numbers[offset] < 0) {
            throw new MalformedClassException("No instruction begins at " + offset);
        }
        return numbers[offset];
    }

    void addTo(Sum sum) {
        sum.number(numberAt(code.length()));
        Bytes in = code.again();
        while (in.hasMore()) {
            addOne(in, sum, this::numberAt);
        }
    }

    private void addOne(Bytes in, Sum sum, IntUnaryOperator target) {
        int at = in.offset();
        int opcode = in.u1();
        Opcode operands = Opcode.of(opcode);
        if (operands == Opcode.WIDE) {
            addWide(in, sum);
            return;
        }
        sum.number(normalized(opcode));
        switch (operands) {
            case PLAIN -> {}
            case BYTE -> sum.number(in.s1());
            case SHORT -> sum.number(in.s2());
            case LOCAL -> sum.number(in.u1());
            case INCREMENT -> sum.number(in.u1()).number(in.s1());
            case CONSTANT_AT_BYTE -> sum.sum(constants.sum(in.u1()));
            case CONSTANT -> sum.sum(constants.sum(in.u2()));
            case INTERFACE_CALL, DYNAMIC_CALL -> {
                sum.sum(constants.sum(in.u2()));
                in.skip(2); // What the descriptor says as well, or nothing.
            }
            case ARRAY_OF_ARRAYS -> sum.sum(constants.sum(in.u2())).number(in.u1());
            case JUMP -> sum.number(target.applyAsInt(at + in.s2()));
            case FAR_JUMP -> sum.number(target.applyAsInt(at + in.s4()));
            case TABLE_SWITCH -> addTableSwitch(at, in, sum, target);
            case LOOKUP_SWITCH -> addLookupSwitch(at, in, sum, target);
            case WIDE, UNKNOWN -> throw new MalformedClassException("Unknown opcode " + opcode);
        }
    }

    private static int normalized(int opcode) {
        return switch (opcode) {
            case Opcode.LDC_W -> Opcode.LDC;
            case Opcode.GOTO_W -> Opcode.GOTO;
            case Opcode.JSR_W -> Opcode.JSR;
            default -> opcode;
        };
    }

    private static void addWide(Bytes in, Sum sum) {
        int opcode = in.u1();
        sum.number(opcode);
        switch (Opcode.of(opcode)) {
            case LOCAL -> sum.number(in.u2());
            case INCREMENT -> sum.number(in.u2()).number(in.s2());
            default -> throw new MalformedClassException("Unknown opcode wide " + opcode);
        }
    }

    private static void addTableSwitch(int at, Bytes in, Sum sum, IntUnaryOperator target) {
        skipPadding(in);
        sum.number(target.applyAsInt(at + in.s4()));
        int low = in.s4();
        int high = in.s4();
        sum.number(low).number(high);
        if (low > high) {
            throw new MalformedClassException("A switch from " + low + " to " + high);
        }
        for (long value = low; value <= high; value++) {
            sum.number(target.applyAsInt(at + in.s4()));
        }
    }

    private static void addLookupSwitch(int at, Bytes in, Sum sum, IntUnaryOperator target) {
        skipPadding(in);
        sum.number(target.applyAsInt(at + in.s4()));
        int pairs = in.s4();
        sum.number(pairs);
        if (pairs < 0) {
            throw new MalformedClassException("A switch of " + pairs + " pairs");
        }
        for (int i = 0; i < pairs; i++) {
            sum.number(in.s4()).number(target.applyAsInt(at + in.s4()));
        }
    }

    /** The operands of a switch begin at a multiple of four bytes from the start of the code. */
    private static void skipPadding(Bytes in) {
        in.skip(-in.offset() & 3);
    }
}
