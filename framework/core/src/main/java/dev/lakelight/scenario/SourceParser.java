package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.SqlFile;
import dev.lakelight.problem.UserError;
import dev.lakelight.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads where rows come from: a file by its name, or rows that are written out. */
final class SourceParser {

    private static final String SQL = "sql";
    private static final List<String> ROW_FORMATS = List.of("csv", "json", "jsonl", "ndjson", "parquet");

    private final List<String> formats;
    private final String wanted;

    private SourceParser(List<String> formats, String wanted) {
        this.formats = formats;
        this.wanted = wanted;
    }

    /** Read the file of a seed, which may be a SQL script. */
    static Optional<Source> seed(YamlValue value) {
        List<String> formats = new ArrayList<>(ROW_FORMATS);
        formats.add(SQL);
        return new SourceParser(formats, "the name of a file, or a mapping with 'rows'").read(value);
    }

    /** Read the file of expected rows. */
    static Optional<Source> file(YamlValue value) {
        return new SourceParser(ROW_FORMATS, "the name of a file, a mapping, or 'absent'").read(value);
    }

    /** Read the name of a file or rows that are written out; the columns of their schema are known or not. */
    static Optional<Source> rows(YamlValue value, Optional<List<String>> columns) {
        return value.isList()
                ? Optional.of(RowsParser.parse(value, columns))
                : new SourceParser(ROW_FORMATS, "the name of a file, or a list of rows").read(value);
    }

    private Optional<Source> read(YamlValue value) {
        if (value.isNull() || !value.raw().contains(".")) {
            value.rejectUnless(wanted);
            return Optional.empty();
        }

        String extension = extension(value.raw());

        if (!formats.contains(extension)) {
            value.reject(ScenarioMessages.unknownFormat(value.raw(), formats));
            return Optional.empty();
        }

        return existing(value).map(path -> extension.equals(SQL) ? new SqlFile(path) : new FileSource(path));
    }

    /** Read the name of a file or folder that exists. */
    static Optional<Path> existing(YamlValue value) {
        String name = value.string();
        return name.isEmpty() ? Optional.empty() : existing(value, name);
    }

    /** Return the file or folder of a name that is part of a value. */
    static Optional<Path> existing(YamlValue value, String name) {
        try {
            return Optional.of(value.file().files().resolve(name));
        } catch (UserError e) {
            value.reject(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
