package dev.lakelight.launch;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts finished files in place, so that builds at the same time see all of a file or nothing. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Put a finished file in a place of the same file system, whatever is there.
     *
     * @throws IOException when it cannot be moved
     */
    public static void move(Path finished, Path place) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(finished, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
