package dev.lakelight.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Moves classes that JShell makes to a package of their own. JShell gives the classes of every instance the same names; side by
 * side on one cluster they have to differ. Names are texts of a class file's constant pool, to which all else refers by number
 * (Java Virtual Machine Specification, 4.4).
 */
final class RenamedClass {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int BYTES_BEFORE_POOL = 8;

    private final String from;
    private final String to;

    /** Rename what begins with one text to begin with another, as in {@code REPL/} to {@code notebook7/}. */
    RenamedClass(String from, String to) {
        this.from = from;
        this.to = to;
    }

    byte[] apply(byte[] classFile) {
        ByteArrayOutputStream renamed = new ByteArrayOutputStream(classFile.length);

        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            copy(in, new DataOutputStream(renamed));
        } catch (IOException e) {
            throw new UncheckedIOException("not a class file", e);
        }

        return renamed.toByteArray();
    }

    private void copy(DataInputStream in, DataOutputStream out) throws IOException {
        out.write(in.readNBytes(BYTES_BEFORE_POOL));
        int count = in.readUnsignedShort();
        out.writeShort(count);

        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            copyConstant(tag, in, out);
            // These two take two numbers of the pool.
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }

        in.transferTo(out);
    }

    private void copyConstant(int tag, DataInputStream in, DataOutputStream out) throws IOException {
        if (tag == UTF8) {
            out.writeUTF(in.readUTF().replace(from, to));
        } else {
            out.write(in.readNBytes(lengthOf(tag)));
        }
    }

    private static int lengthOf(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IOException("unknown constant " + tag);
        };
    }
}
