package dev.batchwright.isolation;

import org.jspecify.annotations.Nullable;

/** What a frame is for. */
enum FrameType {
    /** To the child: the step, and with which context it is to be opened. */
    OPEN('O'),
    /** From the child: the step is open. */
    OPENED('o'),
    /** To the child and from it: some rows, of what a call is given or makes. */
    ROWS('r'),
    /** To the child: the step is to be called with the rows that came. */
    CALL('C'),
    /** To the child: the rows that came are of no use, since one of those that were to follow cannot be sent. */
    FORGET('F'),
    /** From the child: the call ended well, and so many rows were made. */
    DONE('d'),
    /** From the child: the step threw something when it was opened, called or closed. */
    THROWN('t'),
    /** To the child: the step is to be closed, and the process to end. */
    CLOSE('X'),
    /** From the child: the step is closed. */
    CLOSED('x');

    private final byte code;

    FrameType(char code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static @Nullable FrameType of(byte code) {
        for (FrameType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}
