package dev.batchwright.engine.code;

import java.util.Arrays;
import java.util.List;

/** The structure of a class file (JVMS 17, section 4.1). */
final class ClassFile {

    private static final int MAGIC = 0xCAFE_BABE;
    private static final int JAVA_1_1 = 45;
    private static final int JAVA_25 = 69;

    /** Set by all compilers and heeded by no virtual machine since Java 8. */
    private static final int ACC_SUPER = 0x0020;

    private ClassFile() {}

    /**
     * Sums up what a class does.
     *
     * @throws MalformedClassException if something in the class file is not understood
     */
    static byte[] sum(byte[] file) {
        Bytes in = new Bytes(file);
        if (in.s4() != MAGIC) {
            throw new MalformedClassException("No class file");
        }
        in.skip(2); // minor_version
        int version = in.u2();
        if (version < JAVA_1_1 || version > JAVA_25) {
            throw new MalformedClassException("Unknown version " + version);
        }
        ConstantPool pool = ConstantPool.read(in);
        Bytes header = in.part(6);
        Bytes interfaces = in.part(2 * in.u2());
        List<Member> fields = Member.readAll(in, pool);
        List<Member> methods = Member.readAll(in, pool);
        Attributes attributes = Attributes.read(in, pool);
        in.expectEnd();

        Constants constants = new Constants(pool, attributes.get(Attributes.BOOTSTRAP_METHODS));
        Sum sum = new Sum()
                .number(header.u2() & ~ACC_SUPER)
                .sum(constants.sum(header.u2()))
                .sum(constants.sumOrNone(header.u2()));
        addConstants(interfaces, interfaces.length() / 2, sum, constants);
        addFields(fields, sum, constants);
        addMethods(methods, sum, constants);
        attributes.add(Attributes.VISIBLE_ANNOTATIONS, sum, new Annotations(constants)::addAll);
        attributes.add(Attributes.PERMITTED_SUBCLASSES, sum, (at, to) -> addConstants(at, at.u2(), to, constants));
        attributes.add(Attributes.RECORD, sum, (at, to) -> addComponents(at, to, pool, constants));
        return sum.done();
    }

    private static void addConstants(Bytes in, int count, Sum sum, Constants constants) {
        sum.number(count);
        for (int i = 0; i < count; i++) {
            sum.sum(constants.sum(in.u2()));
        }
    }

    /** In the order of the file, which reflection shows and which some libraries write fields in. */
    private static void addFields(List<Member> fields, Sum sum, Constants constants) {
        sum.number(fields.size());
        for (Member field : fields) {
            sum.sum(field.sum(constants));
        }
    }

    /** In an order that does not depend on that of the file. */
    private static void addMethods(List<Member> methods, Sum sum, Constants constants) {
        sum.number(methods.size());
        methods.stream()
                .map(method -> method.sum(constants))
                .sorted(Arrays::compareUnsigned)
                .forEach(sum::sum);
    }

    private static void addComponents(Bytes in, Sum sum, ConstantPool pool, Constants constants) {
        int count = in.u2();
        sum.number(count);
        for (int i = 0; i < count; i++) {
            sum.sum(constants.sum(in.u2())).sum(constants.sum(in.u2()));
            Attributes.read(in, pool).add(Attributes.VISIBLE_ANNOTATIONS, sum, new Annotations(constants)::addAll);
        }
    }
}
