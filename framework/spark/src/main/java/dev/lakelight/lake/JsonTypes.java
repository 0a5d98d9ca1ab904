package dev.lakelight.lake;

import dev.lakelight.problem.UserError;
import dev.lakelight.table.DataFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
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
        try (BufferedReader reader = Files.newBufferedReader(file.path())) {
            int first = reader.read();

            while (Character.isWhitespace(first)) {
                first = reader.read();
            }

            return first == '[';
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s.".formatted(file.name(), e.getMessage()), e);
        }
    }
}
