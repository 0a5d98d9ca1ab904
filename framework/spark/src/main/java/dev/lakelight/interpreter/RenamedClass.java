package dev.lakelight.interpreter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Changes names in class files. They are texts of a file's constant pool, to which all else refers by number (Java Virtual Machine
 * Specification, 4.4). Literals of the code are such texts, too: take names that it does not have.
 */
public final class RenamedClass {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int BYTES_BEFORE_POOL = 8;

    private final String from;
    private final String to;

    /** Put one text in place of another wherever names have it, as in {@code REPL/} and {@code notebook7/}. */
    public RenamedClass(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Return a class file with other names.
     *
     * @throws UncheckedIOException when it is none
     */
    public byte[] apply(byte[] classFile) {
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
