package dev.lakelight.dialect;

import dev.lakelight.problem.UserError;
import dev.lakelight.sql.SqlReference;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;

/** What users are told of statements that cannot be run here. */
final class DialectErrors {

    private DialectErrors() {}

    static SqlSyntaxError refused(StatementReader reader, Refusals.Reason reason) {
        return reader.refused("%s cannot be run here".formatted(reason.statement()), reason.text());
    }

    static UserError noParameter(SqlReference marker) {
        return new UserError("There is no value for %s at line %d, column %d. Pass it with the statement."
                .formatted(marker.text(), marker.line(), marker.column()));
    }

    static UserError notDelta(String table, String format) {
        return new UserError(
                "COPY INTO cannot load into %s: it is not a Delta table, its format is %s. Create it with USING DELTA."
                        .formatted(table, format));
    }

    static UserError clonesItself(String table) {
        return new UserError(
                "Table %s cannot be cloned into itself. Go back to a version with RESTORE TABLE.".formatted(table));
    }

    static UserError noVolume(String volume) {
        return new UserError(
                "There is no volume %s. Correct the name, or write DROP VOLUME IF EXISTS.".formatted(volume));
    }

    static UserError noName(String clause) {
        return new UserError(
                "IDENTIFIER(%s) is NULL. It has to be the name of a table: give its parts values.".formatted(clause));
    }

    static UserError noFormat(String path) {
        return new UserError(
                "read_files cannot tell the format of the files in %s from their names. Name it, format => 'csv'."
                        .formatted(path));
    }

    static UserError readFiles(String problem) {
        return new UserError("read_files: %s.".formatted(problem));
    }

    static UserError cloudFiles() {
        return new UserError(
                "cloud_files cannot be run here: Auto Loader is a stream of Databricks. Read the files with read_files.");
    }
}
