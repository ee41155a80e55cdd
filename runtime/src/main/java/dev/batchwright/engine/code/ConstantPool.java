package dev.batchwright.engine.code;

import org.jspecify.annotations.Nullable;

/** The constants of a class file, not yet resolved (JVMS 17, section 4.4). */
final class ConstantPool {

    static final int UTF8 = 1;
    static final int INTEGER = 3;
    static final int FLOAT = 4;
    static final int LONG = 5;
    static final int DOUBLE = 6;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;
    static final int METHOD_HANDLE = 15;
    static final int METHOD_TYPE = 16;
    static final int DYNAMIC = 17;
    static final int INVOKE_DYNAMIC = 18;
    static final int MODULE = 19;
    static final int PACKAGE = 20;

    private final int[] tags;
    private final @Nullable Bytes[] contents;
    private final @Nullable String[] texts;

    private ConstantPool(int size) {
        tags = new int[size];
        contents = new Bytes[size];
        texts = new String[size];
    }

    static ConstantPool read(Bytes in) {
        ConstantPool pool = new ConstantPool(in.u2());
        int index = 1;
        while (index < pool.size()) {
            int tag = in.u1();
            pool.tags[index] = tag;
            pool.contents[index] = content(tag, in);
            // "In retrospect, making 8-byte constants take two constant pool entries was a poor choice" (4.4.5).
            index += tag == LONG || tag == DOUBLE ? 2 : 1;
        }
        return pool;
    }

    private static Bytes content(int tag, Bytes in) {
        return switch (tag) {
            case UTF8 -> in.part(in.u2());
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> in.part(2);
            case METHOD_HANDLE -> in.part(3);
            case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> in.part(4);
            case LONG, DOUBLE -> in.part(8);
            default -> throw new MalformedClassException("Unknown constant " + tag);
        };
    }

    int size() {
        return tags.length;
    }

    int tag(int index) {
        content(index);
        return tags[index];
    }

    /** What follows the tag of a constant, to be read from its start. */
    Bytes content(int index) {
        Bytes content = index < contents.length ? contents[index] : null;
        if (content == null) {
            throw new MalformedClassException("There is no constant " + index);
        }
        return content.again();
    }

    /** The name of an attribute. It is kept, for many attributes may bear one long name. */
    String text(int index) {
        if (tag(index) != UTF8) {
            throw new MalformedClassException("Constant " + index + " is no text");
        }
        String text = texts[index];
        if (text == null) {
            text = content(index).text();
            texts[index] = text;
        }
        return text;
    }
}
