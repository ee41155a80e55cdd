package dev.batchwright.engine.code;

/**
 * What a class does, as a digest of its class file (JVMS 17, chapter 4) that depends on neither the layout of the file nor on the
 * source's.
 *
 * <p>It covers the class's name, access flags, superclass, interfaces and permitted subclasses; fields with their constants; record
 * components; methods, in any order, with their instructions, handlers of exceptions and defaults of annotation elements; and the
 * annotations that are there at run time. Constants count by their value, whatever their place in the constant pool, and those of
 * {@code invokedynamic} with the bootstrap method and all arguments, as the recipe of a concatenation or the method of a lambda.
 *
 * <p>It leaves out line numbers, names of locals and parameters, generic signatures, {@code throws} clauses, stack maps, the source
 * file, nests and enclosing classes, annotations that are not there at run time or are on uses of types, and what it does not know.
 *
 * <p>The same source may still come out differently: javac numbers the methods of lambdas, so that a lambda that is added above others
 * renames them, and other versions or debug options may choose other instructions (without {@code -g}, no local is set that is
 * constant, and without any debug information equal lambdas become one).
 *
 * <p>A class file that is newer than Java 25 or not understood counts with all its bytes.
 */
public final class ClassCode {

    private static final int UNDERSTOOD = 1;
    private static final int RAW = 2;

    private ClassCode() {}

    /**
     * Digests a class file. It never fails, whatever the bytes are, and takes time and memory in proportion to them.
     *
     * @param classFile the bytes of the class file
     * @return 32 bytes
     */
    public static byte[] digest(byte[] classFile) {
        try {
            return new Sum().number(UNDERSTOOD).sum(ClassFile.sum(classFile)).done();
        } catch (MalformedClassException e) {
            return new Sum().number(RAW).bytes(classFile, 0, classFile.length).done();
        }
    }
}
