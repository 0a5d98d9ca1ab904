package dev.lakelight.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.classic.SparkSession;

/** Tells the format of files from their names. */
final class FileFormats {

    private static final Map<String, String> BY_EXTENSION = Map.of(
            "csv", "csv", "tsv", "csv", "json", "json", "jsonl", "json", "ndjson", "json", "parquet", "parquet", "orc",
            "orc", "avro", "avro", "xml", "xml", "txt", "text");

    private FileFormats() {}

    /** Return the format of the files at a path: that of the first one whose name tells it. */
    static String of(SparkSession session, String path) {
        Configuration configuration = session.sessionState().newHadoopConf();

        try {
            Path pattern = new Path(path);
            FileSystem files = pattern.getFileSystem(configuration);
            FileStatus[] found = files.globStatus(pattern);

            for (FileStatus each : found == null ? new FileStatus[0] : found) {
                Optional<String> format = of(files, each);

                if (format.isPresent()) {
                    return format.get();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + path, e);
        }

        throw DialectErrors.noFormat(path);
    }

    private static Optional<String> of(FileSystem files, FileStatus found) throws IOException {
        if (found.isFile()) {
            return byName(found.getPath().getName());
        }

        if (files.exists(new Path(found.getPath(), "_delta_log"))) {
            return Optional.of("delta");
        }

        for (FileStatus child : files.listStatus(found.getPath())) {
            Optional<String> format = of(files, child);

            if (format.isPresent()) {
                return format;
            }
        }

        return Optional.empty();
    }

    /** Return the format by the extension, that of a compression left out. */
    private static Optional<String> byName(String name) {
        if (name.startsWith("_") || name.startsWith(".")) {
            return Optional.empty();
        }

        String plain = name.replaceFirst("\\.(gz|bz2|zst|lz4|snappy|deflate)$", "");
        String extension = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }
}
