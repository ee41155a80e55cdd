package dev.batchwright.processor.tools;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The members of the runtime that the code of a class names, called or inherited. */
final class RuntimeMembers extends MethodVisitor {

    private final Class<?> type;
    private final Set<String> found = new TreeSet<>();

    private RuntimeMembers(Class<?> type) {
        super(Opcodes.ASM9);
        this.type = type;
    }

    static Set<String> in(Class<?> type, byte[] classFile) {
        RuntimeMembers members = new RuntimeMembers(type);
        ClassVisitor methods = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return members;
            }
        };
        new ClassReader(classFile).accept(methods, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return members.found;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        add(owner, name, descriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        add(owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
                add(handle.getOwner(), handle.getName(), handle.getDesc());
            }
        }
    }

    private void add(String owner, String name, String descriptor) {
        if (owner.startsWith("dev/batchwright/")) {
            found.add("calls " + owner + "." + name + descriptor);
        } else if (owner.equals(type.getName().replace('.', '/')) && !isDeclared(name)) {
            found.add("inherits " + type.getSuperclass().getName().replace('.', '/') + "." + name + descriptor);
        }
    }

    private boolean isDeclared(String member) {
        return member.equals("<init>")
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(member))
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(member));
    }
}
