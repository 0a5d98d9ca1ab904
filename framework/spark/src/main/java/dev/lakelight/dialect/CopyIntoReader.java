package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code COPY INTO}. */
final class CopyIntoReader {

    private static final String FORM =
            "COPY INTO table FROM 'path' FILEFORMAT = format [FILES = ('name', ...) | PATTERN = 'glob']"
                    + " [FORMAT_OPTIONS ('name' = 'value', ...)] [COPY_OPTIONS ('name' = 'value', ...)]";

    /** What stands for the files in the query that selects from them. */
    static final String FILES = "`lakelight copied files`";

    private final StatementReader reader;
    private final CopyInto.Builder copy = new CopyInto.Builder();

    private CopyIntoReader(String sql) {
        this.reader = StatementReader.of(sql, FORM);
    }

    static CopyInto read(String sql) {
        return new CopyIntoReader(sql).read();
    }

    private CopyInto read() {
        reader.require("COPY", "INTO");
        copy.target = reader.name();
        copy.byPosition = reader.accept("BY", "POSITION");
        copy.columns = !copy.byPosition && reader.at('(') ? names(reader.group()) : List.of();
        reader.require("FROM");

        if (reader.at('(')) {
            readQuery(reader.group());
        } else {
            copy.source = source(reader);
        }

        reader.require("FILEFORMAT");
        reader.require('=');
        copy.format = reader.namePart().toLowerCase(Locale.ROOT);
        readClauses();
        reader.requireEnd();
        return copy.build();
    }

    private static List<String> names(String list) {
        StatementReader names = StatementReader.of(list, FORM);
        List<String> read = new ArrayList<>();

        do {
            read.add(names.namePart());
        } while (names.accept(','));

        names.requireEnd();
        return read;
    }

    /** Read {@code SELECT expressions FROM 'path'}. */
    private void readQuery(String query) {
        StatementReader inner = StatementReader.of(query, "SELECT expressions FROM 'path'");

        while (!(inner.accept("FROM") && inner.atString())) {
            inner.take();
        }

        int start = inner.offset();
        copy.source = source(inner);
        int end = start + inner.textSince(start).length();
        copy.query = query.substring(0, start) + FILES + query.substring(end);
    }

    /** Credentials are not needed here, and are not kept. */
    private static String source(StatementReader reader) {
        String path = reader.string();

        if (reader.accept("WITH")) {
            reader.group();
        }

        return path;
    }

    private void readClauses() {
        while (!reader.atEnd()) {
            if (reader.at("VALIDATE")) {
                throw reader.refused(
                        "COPY INTO ... VALIDATE cannot be run here", "Leave VALIDATE out: the load itself validates.");
            } else if (reader.accept("FILES")) {
                reader.require('=');
                copy.files = strings(reader.group());
            } else if (reader.accept("PATTERN")) {
                reader.require('=');
                copy.pattern = reader.string();
            } else if (reader.accept("FORMAT_OPTIONS")) {
                copy.formatOptions = options(reader.group());
            } else {
                reader.require("COPY_OPTIONS");
                copy.copyOptions = options(reader.group());
            }
        }
    }

    private static List<String> strings(String list) {
        StatementReader strings = StatementReader.of(list, FORM);
        List<String> read = new ArrayList<>();

        do {
            read.add(strings.string());
        } while (strings.accept(','));

        strings.requireEnd();
        return read;
    }

    private static Map<String, String> options(String list) {
        StatementReader options = StatementReader.of(list, FORM);
        Map<String, String> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        do {
            String name = options.atString() ? options.string() : options.name();
            options.require('=');
            read.put(name, options.atString() ? options.string() : options.take());
        } while (options.accept(','));

        options.requireEnd();
        return read;
    }
}
