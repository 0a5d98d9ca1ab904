package dev.lakelight.table;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file with rows.
 *
 * @param path absolute path
 * @param name how messages name it: relative to the project, {@code /} as separator
 */
public record DataFile(Path path, String name) {

    private static final String PACKED = ".gz";

    /** How rows are written down; the file's extension tells. */
    public enum Format {
        CSV,
        JSON,
        PARQUET
    }

    public DataFile {
        requireNonNull(path, "path");
        requireNonNull(name, "name");
    }

    /**
     * Find a data file of the project.
     *
     * @throws UserError when it is nowhere
     */
    public static DataFile find(String name, ProjectFiles files) {
        return of(files.resolve(name), files);
    }

    /** Name a data file as the project names it. */
    public static DataFile of(Path path, ProjectFiles files) {
        return new DataFile(path, files.relative(path));
    }

    /**
     * Return the format: {@code .csv}, {@code .json}, {@code .jsonl}, {@code .ndjson}, each also with {@code .gz} behind it, or
     * {@code .parquet}, which may be a folder.
     *
     * @throws UserError when the extension is none of these
     */
    public Format format() {
        return switch (extension()) {
            case "csv" -> Format.CSV;
            case "json", "jsonl", "ndjson" -> Format.JSON;
            case "parquet" -> Format.PARQUET;
            default ->
                throw new UserError(
                        "%s is not a data file that can be read. Accepted are .csv, .json, .jsonl, .ndjson and .parquet."
                                .formatted(name));
        };
    }

    /** Return a place in this file. */
    SourceLocation at(long line) {
        return new SourceLocation(name, Math.toIntExact(line));
    }

    /** Return the content, unpacked. Close it. */
    public InputStream open() throws IOException {
        InputStream content = Files.newInputStream(path);

        try {
            return isPacked() ? new GZIPInputStream(content) : content;
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    private boolean isPacked() {
        return name.toLowerCase(Locale.ROOT).endsWith(PACKED);
    }

    private String extension() {
        String unpacked = isPacked() ? name.substring(0, name.length() - PACKED.length()) : name;
        return unpacked.substring(unpacked.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
