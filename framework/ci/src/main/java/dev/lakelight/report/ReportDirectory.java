package dev.lakelight.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/** Where reports are written: next to their place first, then moved there. */
final class ReportDirectory {

    private final Path directory;

    private ReportDirectory(Path directory) {
        this.directory = directory;
    }

    static ReportDirectory at(Path directory) throws IOException {
        return new ReportDirectory(Files.createDirectories(directory));
    }

    Path write(String name, String content) throws IOException {
        Path part = directory.resolve(name + ".part");

        try {
            // Not writeString: it refuses what is not valid Unicode, where this writes a question mark.
            Files.write(part, content.getBytes(StandardCharsets.UTF_8));
            return Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void removeOtherXml(Collection<Path> kept) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            for (Path file : files) {
                if (!kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
