package dev.lakelight.dialect;

import dev.lakelight.runtime.CellWarnings;
import dev.lakelight.sql.StatementReader;

/** Statements that Spark has in another form, or with a clause less. */
final class Rewrites {

    private Rewrites() {}

    static boolean isOne(StatementReader statement) {
        StatementReader reader = statement.again();

        if (reader.at("COMMENT", "ON", "COLUMN") || isUseOfSchema(reader)) {
            return true;
        }

        if (isSchema(reader)) {
            return reader.passTo("MANAGED", "LOCATION");
        }

        boolean creates = reader.at("CREATE") || reader.at("REPLACE");
        return creates
                && (reader.passTo("CLUSTER", "BY", "AUTO") || statement.again().passTo("CLUSTER", "BY", "NONE"));
    }

    private static boolean isUseOfSchema(StatementReader reader) {
        return reader.at("USE", "SCHEMA") || reader.at("USE", "DATABASE") || reader.at("USE", "NAMESPACE");
    }

    private static boolean isSchema(StatementReader reader) {
        return reader.at("CREATE", "SCHEMA") || reader.at("CREATE", "DATABASE");
    }

    static String rewritten(String sql) {
        StatementReader reader = StatementReader.of(sql, "COMMENT ON COLUMN table.column IS 'text'");

        if (reader.accept("COMMENT", "ON", "COLUMN")) {
            return columnComment(reader, sql);
        }

        if (isUseOfSchema(reader)) {
            return useOfSchema(reader, sql);
        }

        if (isSchema(reader)) {
            return without(reader, sql, "MANAGED");
        }

        boolean auto = reader.again().passTo("CLUSTER", "BY", "AUTO");

        if (auto) {
            CellWarnings.add("CLUSTER BY AUTO is recorded and has no effect: nothing chooses columns here.");
        }

        return without(reader, sql, "CLUSTER", "BY", auto ? "AUTO" : "NONE");
    }

    private static String without(StatementReader reader, String sql, String... words) {
        reader.passTo(words);
        int start = reader.offset();
        reader.require(words);
        return sql.substring(0, start)
                + sql.substring(start + reader.textSince(start).length());
    }

    /** Spark looks for a schema in the current catalog, whatever parts its name has. */
    private static String useOfSchema(StatementReader reader, String sql) {
        reader.require("USE");
        reader.take();
        int start = reader.offset();
        return Volume.parts(reader).size() > 1 ? "USE " + sql.substring(start) : sql;
    }

    private static String columnComment(StatementReader reader, String sql) {
        String name = reader.name();
        int lastDot = name.length() - lastPart(name).length() - 1;
        reader.require("IS");
        String comment = reader.at("NULL") ? "''" : sql.substring(reader.offset());
        return "ALTER TABLE %s ALTER COLUMN %s COMMENT %s"
                .formatted(name.substring(0, lastDot), name.substring(lastDot + 1), comment);
    }

    private static String lastPart(String name) {
        StatementReader parts = StatementReader.of(name, "table.column");
        parts.namePart();
        int last = 0;

        while (parts.accept('.')) {
            last = parts.offset();
            parts.namePart();
        }

        if (last == 0) {
            throw parts.unexpected();
        }

        return name.substring(last);
    }
}
