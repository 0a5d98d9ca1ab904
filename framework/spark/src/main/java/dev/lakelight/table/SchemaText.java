package dev.lakelight.table;

import dev.lakelight.problem.UserError;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.types.StructType;

/** Reads schemas as people write them: Spark's DDL, {@code id INT, amount DECIMAL(10,2) NOT NULL}. */
public final class SchemaText {

    private SchemaText() {}

    /**
     * Return the columns of a schema.
     *
     * @throws UserError when it is not Spark DDL
     */
    public static StructType read(String ddl) {
        try {
            return StructType.fromDDL(ddl);
        } catch (Exception e) {
            // Spark throws its checked ParseException without declaring it.
            throw new UserError(
                    "The schema '%s' cannot be read: %s. Accepted is Spark DDL such as 'id INT, amount DECIMAL(10,2)'."
                            .formatted(ddl, firstSentence(e)),
                    e);
        }
    }

    /** Return what the reader makes of a text, or nothing when Spark cannot parse it. */
    static <T> Optional<T> parse(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (Exception notParsed) {
            return Optional.empty();
        }
    }

    private static String firstSentence(Exception e) {
        String line = String.valueOf(e.getMessage()).strip().split("\\R", 2)[0];
        return line.replaceFirst("^\\[[A-Z_.0-9]+] ", "").replaceFirst("\\.? SQLSTATE: .*$", "");
    }
}
