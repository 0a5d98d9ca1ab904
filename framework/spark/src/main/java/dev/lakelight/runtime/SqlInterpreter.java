package dev.lakelight.runtime;

import dev.lakelight.dbutils.InputWidgetNotDefined;
import dev.lakelight.problem.UserError;
import dev.lakelight.sql.LegacySubstitution;
import dev.lakelight.sql.SqlReference;
import dev.lakelight.sql.SqlStatement;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.WidgetStatement;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs the statements of one SQL cell. */
final class SqlInterpreter {

    private final RunScope scope;
    private final CellPlace place;
    private final CellOutput output;

    SqlInterpreter(RunScope scope, CellPlace place, CellOutput output) {
        this.scope = scope;
        this.place = place;
        this.output = output;
    }

    void run() {
        List<SqlStatement> statements = split(place.cell().text(), TextPosition.START);
        statements.forEach(this::run);
    }

    private List<SqlStatement> split(String sql, TextPosition start) {
        try {
            return SqlStatement.split(sql);
        } catch (SqlSyntaxError e) {
            throw RunErrors.sqlSyntax(e, place, start);
        }
    }

    private void run(SqlStatement statement) {
        TextPosition start = new TextPosition(statement.line(), statement.column());
        String substituted =
                LegacySubstitution.apply(statement.text(), reference -> legacyValue(reference, start), this::widget);

        if (substituted.equals(statement.text())) {
            run(statement.text(), start);
        } else {
            split(substituted, start).forEach(part -> run(part.text(), start.plus(part.line(), part.column())));
        }
    }

    private void run(String sql, TextPosition start) {
        stopWhenInterrupted();
        output.show(null);
        output.at(place.location(start.line()));

        try {
            Optional<WidgetStatement> widget = WidgetStatement.parse(sql);
            widget.ifPresentOrElse(this::apply, () -> query(sql, start));
        } catch (SqlSyntaxError e) {
            throw RunErrors.sqlSyntax(e, place, start);
        } catch (InputWidgetNotDefined e) {
            throw e;
        } catch (Throwable e) {
            throw new CellFailedException(
                    place, place.location(SqlErrorPlace.of(e, sql, start).line()), e);
        }
    }

    private static void stopWhenInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledRun();
        }
    }

    private void query(String sql, TextPosition start) {
        String statement = new SqlStatement(sql, 1, 1)
                .withParameters(marker -> widget(marker).orElseThrow(() -> missing(marker, start)));
        Dataset<Row> result = scope.session().parsed(statement);
        output.show(TableSamples.of(result));
        scope.python().sqlResult(place, result);
    }

    private Optional<String> legacyValue(SqlReference reference, TextPosition start) {
        if (SparkVariable.isOne(reference.name())) {
            return SparkVariable.value(reference.name(), scope.session());
        }

        return Optional.of(widget(reference)
                .or(() -> SparkVariable.setting(reference.name(), scope.session()))
                .orElseThrow(() -> missing(reference, start)));
    }

    private Optional<String> widget(SqlReference reference) {
        return scope.widgets().find(reference.name());
    }

    private UserError missing(SqlReference reference, TextPosition start) {
        TextPosition position = start.plus(reference.line(), reference.column());
        return InputWidgetNotDefined.referredTo(
                reference.name(),
                "%s in %s".formatted(reference.text(), place.describe(position.line())),
                scope.widgets().names(),
                place.location(position.line()));
    }

    private void apply(WidgetStatement statement) {
        if (statement instanceof WidgetStatement.Create create) {
            create(create);
        } else {
            scope.widgets().remove(statement.name());
        }
    }

    private void create(WidgetStatement.Create widget) {
        boolean choicesOnly =
                widget.kind() == WidgetStatement.Kind.DROPDOWN || widget.kind() == WidgetStatement.Kind.MULTISELECT;

        if (widget.choices() == null || !choicesOnly) {
            scope.widgets().create(widget.name(), widget.defaultValue());
            return;
        }

        List<Row> choices = scope.session().sql(widget.choices()).collectAsList();
        scope.widgets()
                .create(
                        widget.name(),
                        widget.defaultValue(),
                        choices.stream().map(row -> String.valueOf(row.get(0))).toList());
    }
}
