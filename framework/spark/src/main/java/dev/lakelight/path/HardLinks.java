package dev.lakelight.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Gives a file that has several names a content of its own before it is written. */
final class HardLinks {

    private static final String LINKS = "unix:nlink";

    private HardLinks() {}

    /**
     * Let what is written next be seen under this name only.
     *
     * @param keepsContent whether the file's content is needed any longer
     */
    static void separate(Path file, boolean keepsContent) throws IOException {
        if (!Files.isRegularFile(file) || !isShared(file)) {
            return;
        }

        if (!keepsContent) {
            Files.delete(file);
            return;
        }

        Path own = Files.createTempFile(
                Objects.requireNonNull(file.toAbsolutePath().getParent()), "." + file.getFileName(), ".tmp");
        Files.copy(file, own, StandardCopyOption.REPLACE_EXISTING);
        Files.move(own, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where the number of links is not to be had, such as on Windows, there may be several. */
    private static boolean isShared(Path file) throws IOException {
        boolean isKnown = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return !isKnown || !Integer.valueOf(1).equals(Files.getAttribute(file, LINKS));
    }
}
