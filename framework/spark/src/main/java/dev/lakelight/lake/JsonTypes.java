package dev.lakelight.lake;

import dev.lakelight.problem.UserError;
import dev.lakelight.table.DataFile;
import java.io.IOException;
import java.io.InputStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Lets Spark find the types in a JSON file: whole numbers are BIGINT, others DOUBLE, dates STRING. */
final class JsonTypes {

    private JsonTypes() {}

    static StructType of(DataFile file, SparkSession session) {
        return session.read()
                .option("multiLine", isArray(file))
                .json(file.path().toString())
                .schema();
    }

    private static boolean isArray(DataFile file) {
        try (InputStream content = file.open()) {
            int first = content.read();

            while (Character.isWhitespace(first)) {
                first = content.read();
            }

            return first == '[';
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s.".formatted(file.name(), e.getMessage()), e);
        }
    }
}
