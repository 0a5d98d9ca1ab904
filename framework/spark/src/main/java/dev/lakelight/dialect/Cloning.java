package dev.lakelight.dialect;

import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Reads {@code CREATE [OR REPLACE] TABLE name [DEEP | SHALLOW] CLONE source}. Delta knows the shallow one. */
final class Cloning {

    private Cloning() {}

    static boolean isOne(StatementReader statement) {
        try {
            StatementReader reader = statement.again();
            return header(reader) && atClone(reader);
        } catch (SqlSyntaxError otherStatement) {
            return false;
        }
    }

    private static boolean atClone(StatementReader reader) {
        return reader.at("CLONE") || reader.at("DEEP", "CLONE") || reader.at("SHALLOW", "CLONE");
    }

    /** Pass over what comes before the kind of clone. */
    private static boolean header(StatementReader reader) {
        boolean replaces = reader.accept("CREATE", "OR", "REPLACE") || reader.accept("REPLACE");

        if ((!replaces && !reader.accept("CREATE")) || !reader.accept("TABLE")) {
            return false;
        }

        reader.accept("IF", "NOT", "EXISTS");
        reader.nameOrClause();
        return true;
    }

    static LogicalPlan plan(String sql, SparkParser spark) throws ParseException {
        StatementReader reader = StatementReader.of(sql, "CREATE TABLE name DEEP CLONE source");
        header(reader);

        if (reader.at("SHALLOW")) {
            return spark.parse(sql);
        }

        int kind = reader.offset();
        reader.accept("DEEP");
        String target = target(sql);
        requireOther(sql, reader.offset(), target);
        String source = "SHALLOW " + sql.substring(reader.offset());
        LogicalPlan shallow = spark.parse(sql.substring(0, kind) + source);
        return new DialectCommand(new DeepClone(target, existing(sql), shallow, source));
    }

    private static DeepClone.Existing existing(String sql) {
        StatementReader reader = StatementReader.of(sql, "");

        if (!reader.at("CREATE", "TABLE")) {
            return DeepClone.Existing.REPLACED;
        }

        return reader.at("CREATE", "TABLE", "IF") ? DeepClone.Existing.STAYS : DeepClone.Existing.FAILS;
    }

    /** It would be emptied before it is read. */
    private static void requireOther(String sql, int clone, String target) {
        StatementReader reader = StatementReader.of(sql.substring(clone), "CLONE source");
        reader.require("CLONE");

        if (reader.name().equalsIgnoreCase(target)) {
            throw DialectErrors.clonesItself(target);
        }
    }

    private static String target(String sql) {
        StatementReader reader = StatementReader.of(sql, "");

        while (!reader.accept("TABLE")) {
            reader.take();
        }

        reader.accept("IF", "NOT", "EXISTS");
        return reader.name();
    }
}
