package dev.lakelight.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of arguments for {@code java @file}: no limit of length, and nothing to be seen in the list of processes. The format is
 * that of the {@code java} launcher (JDK tool specification, "java Command-Line Argument Files").
 */
final class ArgumentFile {

    private ArgumentFile() {}

    /** The launcher reads the file in the encoding of the operating system, not in Java's default one. */
    static void write(Path file, List<String> arguments) throws IOException {
        String text = arguments.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, text, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }

    /** Return the two arguments that say a class path; its entries are made absolute. */
    static List<String> classPath(List<Path> entries) {
        return List.of(
                "-cp",
                entries.stream()
                        .map(entry -> entry.toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    static String quoted(String argument) {
        StringBuilder quoted = new StringBuilder("\"");
        argument.chars().forEach(character -> quoted.append(escaped((char) character)));
        return quoted.append('"').toString();
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            default -> String.valueOf(character);
        };
    }
}
