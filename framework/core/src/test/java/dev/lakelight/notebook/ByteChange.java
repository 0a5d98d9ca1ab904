package dev.lakelight.notebook;

import java.io.ByteArrayOutputStream;

/**
 * What may befall a file.
 *
 * @param kind what happens
 * @param place where, from 0 at its beginning to 1 at its end
 * @param value a byte to put there
 */
record ByteChange(Kind kind, double place, byte value) {

    enum Kind {
        FLIP,
        CUT,
        INSERT,
        DUPLICATE,
        END
    }

    byte[] applyTo(byte[] content) {
        int at = (int) (place * content.length);
        int length = Math.min(content.length - at, Math.max(1, Math.abs(value)));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(content, 0, at);

        switch (kind) {
            case FLIP, INSERT -> changed.write(value);
            case DUPLICATE -> changed.write(content, at, length);
            case CUT, END -> {}
        }

        int skipped = kind == Kind.CUT ? length : kind == Kind.FLIP ? Math.min(1, content.length - at) : 0;
        int rest = kind == Kind.END ? 0 : content.length - at - skipped;
        changed.write(content, at + skipped, rest);
        return changed.toByteArray();
    }
}
