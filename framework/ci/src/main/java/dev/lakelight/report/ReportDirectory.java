package dev.lakelight.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;

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

    /** Write files into a folder that has no others of their kind then; no files leave no folder. */
    void writeAll(String folder, Map<String, String> contents) throws IOException {
        Path place = directory.resolve(folder);
        removeAll(place, "*" + DifferenceFiles.SUFFIX);

        if (!contents.isEmpty()) {
            Files.createDirectories(place);
        }

        for (Map.Entry<String, String> file : contents.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private static void removeAll(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }

        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }

        removeIfEmpty(folder);
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            if (files.iterator().hasNext()) {
                return;
            }
        }

        Files.delete(folder);
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
