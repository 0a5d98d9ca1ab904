package dev.lakelight.dialect;

import dev.lakelight.problem.UserError;
import dev.lakelight.sql.SqlReference;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.util.List;

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

    static UserError notDelta(String statement, String table, String format) {
        return new UserError(
                "%s needs a Delta table, and the format of %s is %s. Create it with USING DELTA, or name another table."
                        .formatted(statement, table, format));
    }

    static UserError clonesItself(String table) {
        return new UserError(
                "Table %s cannot be cloned into itself. Go back to a version with RESTORE TABLE.".formatted(table));
    }

    static UserError twoConstraints(String name) {
        return new UserError("Two constraints have the name %s. Give each its own.".formatted(name));
    }

    static UserError catalogExists(String name) {
        return new UserError(
                "The catalog %s exists already. Write CREATE CATALOG IF NOT EXISTS %s.".formatted(name, name));
    }

    static UserError noJson(String column, String type) {
        return new UserError(
                "%s is of type %s, and a path is taken of a STRING with JSON or of a VARIANT. Read a field of a STRUCT with a dot."
                        .formatted(column, type));
    }

    static UserError noModel(String function) {
        return new UserError(
                "%s cannot be run here: it asks a model that Databricks serves. Put its result into a table that the test seeds."
                        .formatted(function));
    }

    static UserError noVolume(String volume) {
        return new UserError(
                "There is no volume %s. Correct the name, or write DROP VOLUME IF EXISTS.".formatted(volume));
    }

    static UserError notAVolume(String name) {
        return new UserError(
                "%s is not the name of a volume. Accepted are catalog.schema.volume, schema.volume and volume, without slashes."
                        .formatted(name));
    }

    static UserError catalogNotEmpty(String name, List<String> schemas) {
        return new UserError("The catalog %s has other schemas than default: %s. Write DROP CATALOG %s CASCADE."
                .formatted(name, String.join(", ", schemas), name));
    }

    static UserError catalogStays(String name) {
        return new UserError("The catalog %s cannot be dropped: every lake has it. Drop its schemas.".formatted(name));
    }

    static UserError noName(String clause) {
        return new UserError(
                "IDENTIFIER(%s) is NULL. It has to be the name of a table: give its parts values.".formatted(clause));
    }

    static UserError notAName(String value, Exception cause) {
        return new UserError(
                "IDENTIFIER('%s') is not a name. Write its parts with dots between them, in backticks those that hold more than letters and digits."
                        .formatted(value),
                cause);
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
