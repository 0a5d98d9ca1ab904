package dev.lakelight.dialect;

import dev.lakelight.delta.TableDefinition;
import dev.lakelight.problem.UserError;
import dev.lakelight.sql.SqlStatement;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... DROP} of a constraint, which may be a recorded key.
 *
 * @param table name as it is written
 * @param constraint what is dropped: a name, or the beginning of a key's text
 * @param byName whether it is a name
 * @param optional whether it may be missing
 * @param delta Delta's own command for constraints of other kinds, or null
 */
record Constraints(
        String table,
        String constraint,
        boolean byName,
        boolean optional,
        @Nullable LogicalPlan delta) implements DialectStatement {

    static boolean dropsOne(StatementReader statement) {
        try {
            StatementReader reader = statement.again();
            return reader.accept("ALTER", "TABLE")
                    && !reader.nameOrClause().isEmpty()
                    && reader.accept("DROP")
                    && (reader.at("CONSTRAINT") || reader.at("PRIMARY", "KEY") || reader.at("FOREIGN", "KEY"));
        } catch (SqlSyntaxError otherStatement) {
            return false;
        }
    }

    static DialectStatement dropping(String sql, SparkParser spark) throws ParseException {
        StatementReader reader = StatementReader.of(sql, "ALTER TABLE name DROP CONSTRAINT name");
        reader.require("ALTER", "TABLE");
        String table = reader.name();
        reader.require("DROP");

        if (reader.accept("CONSTRAINT")) {
            boolean optional = reader.accept("IF", "EXISTS");
            return new Constraints(table, reader.namePart(), true, optional, spark.parse(sql));
        }

        boolean primary = reader.accept("PRIMARY");
        reader.accept("FOREIGN");
        reader.require("KEY");
        boolean optional = reader.accept("IF", "EXISTS");
        String key = primary ? Key.PRIMARY : "%s (%s)".formatted(Key.FOREIGN, Key.written(reader.nameList(), ", "));
        return new Constraints(table, key, false, optional, null);
    }

    @Override
    public StructType schema() {
        return new StructType();
    }

    @Override
    public List<Row> run(SparkSession session) {
        Optional<String> recorded = recorded(session);

        if (recorded.isPresent()) {
            String unset = new SqlStatement("ALTER TABLE %s UNSET TBLPROPERTIES (:key)".formatted(table), 1, 1)
                    .withParameters(marker -> recorded.get());
            session.sql(unset);
        } else if (delta != null) {
            Dataset$.MODULE$.ofRows(session, delta);
        } else if (!optional) {
            throw new UserError("Table %s has no %s. Drop what SHOW TBLPROPERTIES lists, or add IF EXISTS."
                    .formatted(table, constraint));
        }

        return List.of();
    }

    private Optional<String> recorded(SparkSession session) {
        return session.sql("SHOW TBLPROPERTIES " + table).collectAsList().stream()
                .filter(property -> property.getString(0).startsWith(TableDefinition.KEY) && isThis(property))
                .map(property -> property.getString(0))
                .findFirst();
    }

    private boolean isThis(Row property) {
        return byName
                ? property.getString(0).equals(TableDefinition.KEY + constraint.toLowerCase(Locale.ROOT))
                : property.getString(1).toLowerCase(Locale.ROOT).startsWith(constraint.toLowerCase(Locale.ROOT));
    }
}
