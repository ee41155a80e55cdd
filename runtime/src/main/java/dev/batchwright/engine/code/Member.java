package dev.batchwright.engine.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A field or a method (JVMS 17, sections 4.5 and 4.6).
 *
 * @param flags its access flags
 * @param name the constant with its name
 * @param descriptor the constant with its descriptor
 */
record Member(int flags, int name, int descriptor, Attributes attributes) {

    static List<Member> readAll(Bytes in, ConstantPool pool) {
        List<Member> members = new ArrayList<>();
        for (int left = in.u2(); left > 0; left--) {
            members.add(new Member(in.u2(), in.u2(), in.u2(), Attributes.read(in, pool)));
        }
        return members;
    }

    byte[] sum(Constants constants) {
        Annotations annotations = new Annotations(constants);
        Sum sum = new Sum().number(flags).sum(constants.sum(name)).sum(constants.sum(descriptor));
        attributes.add(Attributes.CONSTANT_VALUE, sum, (in, to) -> to.sum(constants.sum(in.u2())));
        attributes.add(Attributes.CODE, sum, (in, to) -> addCode(in, to, constants));
        attributes.add(Attributes.ANNOTATION_DEFAULT, sum, annotations::addDefault);
        attributes.add(Attributes.VISIBLE_ANNOTATIONS, sum, annotations::addAll);
        attributes.add(Attributes.PARAMETER_ANNOTATIONS, sum, annotations::addOfParameters);
        return sum.done();
    }

    /** What code has to say of itself besides, as line numbers, names of locals and stack maps, follows from it or from the source. */
    private static void addCode(Bytes in, Sum sum, Constants constants) {
        in.skip(4); // max_stack and max_locals
        Instructions instructions = new Instructions(in.sized(), constants);
        instructions.addTo(sum);
        int handlers = in.u2();
        sum.number(handlers);
        for (int i = 0; i < handlers; i++) {
            sum.number(instructions.numberAt(in.u2()))
                    .number(instructions.numberAt(in.u2()))
                    .number(instructions.numberAt(in.u2()))
                    .sum(constants.sumOrNone(in.u2()));
        }
        for (int left = in.u2(); left > 0; left--) {
            in.skip(2);
            in.sized();
        }
    }
}
