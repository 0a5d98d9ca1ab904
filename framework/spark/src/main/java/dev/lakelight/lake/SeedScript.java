package dev.lakelight.lake;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.sql.SqlStatement;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.table.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Runs the statements of a SQL file, one after the other. */
final class SeedScript {

    private final SparkSession session;
    private final DataFile file;

    SeedScript(SparkSession session, DataFile file) {
        this.session = session;
        this.file = file;
    }

    void run() {
        statements().forEach(this::run);
    }

    private List<SqlStatement> statements() {
        try {
            return SqlStatement.split(Files.readString(file.path()));
        } catch (SqlSyntaxError e) {
            SourceLocation place = new SourceLocation(file.name(), e.line());
            throw new UserError("%s: %s. %s".formatted(place, e.problem(), e.advice()), place);
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s.".formatted(file.name(), e.getMessage()), e);
        }
    }

    private void run(SqlStatement statement) {
        try {
            session.sql(statement.text());
        } catch (Exception e) {
            // Spark throws its checked AnalysisException without declaring it.
            throw new UserError(
                    "%s: the statement failed: %s"
                            .formatted(new SourceLocation(file.name(), statement.line()), e.getMessage()),
                    e);
        }
    }
}
