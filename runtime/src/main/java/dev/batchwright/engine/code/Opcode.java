package dev.batchwright.engine.code;

import java.util.Arrays;

/** Which operands follow an opcode (JVMS 17, sections 6.5 and 7). */
enum Opcode {
    PLAIN,
    BYTE,
    SHORT,
    LOCAL,
    INCREMENT,
    CONSTANT_AT_BYTE,
    CONSTANT,
    INTERFACE_CALL,
    DYNAMIC_CALL,
    ARRAY_OF_ARRAYS,
    JUMP,
    FAR_JUMP,
    TABLE_SWITCH,
    LOOKUP_SWITCH,
    WIDE,
    UNKNOWN;

    static final int LDC = 18;
    static final int LDC_W = 19;
    static final int GOTO = 167;
    static final int JSR = 168;
    static final int GOTO_W = 200;
    static final int JSR_W = 201;

    private static final Opcode[] TABLE = table();

    private static Opcode[] table() {
        Opcode[] table = new Opcode[256];
        Arrays.fill(table, UNKNOWN);
        set(table, 0, 15, PLAIN); // nop to dconst_1
        set(table, 16, 16, BYTE); // bipush
        set(table, 17, 17, SHORT); // sipush
        set(table, LDC, LDC, CONSTANT_AT_BYTE);
        set(table, LDC_W, 20, CONSTANT); // ldc_w and ldc2_w
        set(table, 21, 25, LOCAL); // iload to aload
        set(table, 26, 53, PLAIN); // iload_0 to saload
        set(table, 54, 58, LOCAL); // istore to astore
        set(table, 59, 131, PLAIN); // istore_0 to lxor
        set(table, 132, 132, INCREMENT); // iinc
        set(table, 133, 152, PLAIN); // i2l to dcmpg
        set(table, 153, JSR, JUMP); // ifeq to jsr
        set(table, 169, 169, LOCAL); // ret
        set(table, 170, 170, TABLE_SWITCH);
        set(table, 171, 171, LOOKUP_SWITCH);
        set(table, 172, 177, PLAIN); // ireturn to return
        set(table, 178, 184, CONSTANT); // getstatic to invokestatic
        set(table, 185, 185, INTERFACE_CALL);
        set(table, 186, 186, DYNAMIC_CALL);
        set(table, 187, 187, CONSTANT); // new
        set(table, 188, 188, BYTE); // newarray
        set(table, 189, 189, CONSTANT); // anewarray
        set(table, 190, 191, PLAIN); // arraylength and athrow
        set(table, 192, 193, CONSTANT); // checkcast and instanceof
        set(table, 194, 195, PLAIN); // monitorenter and monitorexit
        set(table, 196, 196, WIDE);
        set(table, 197, 197, ARRAY_OF_ARRAYS); // multianewarray
        set(table, 198, 199, JUMP); // ifnull and ifnonnull
        set(table, GOTO_W, JSR_W, FAR_JUMP);
        return table;
    }

    private static void set(Opcode[] table, int first, int last, Opcode operands) {
        Arrays.fill(table, first, last + 1, operands);
    }

    static Opcode of(int opcode) {
        return TABLE[opcode];
    }
}
