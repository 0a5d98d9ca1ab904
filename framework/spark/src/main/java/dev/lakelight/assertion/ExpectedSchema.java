package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.Mismatch;
import dev.lakelight.compare.TableComparator;
import dev.lakelight.table.SchemaText;
import dev.lakelight.table.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The schema that a table must have.
 *
 * @param ddl as it was written
 * @param schema what that means
 */
record ExpectedSchema(String ddl, StructType schema) {

    static ExpectedSchema of(String ddl) {
        return new ExpectedSchema(ddl, SchemaText.read(ddl));
    }

    /** Compare names and types. */
    Optional<Mismatch> compare(ComparedTable actual) {
        ComparedTable expected = ComparedTable.of("'%s'".formatted(ddl), new TableRows(schema, List.of()));
        return TableComparator.compareSchemas(actual, expected);
    }

    /** Return what is wrong when names and types are right: the order of columns, or a column that takes NULL. */
    Optional<String> finerProblem(ComparedTable actual) {
        List<String> wanted = List.of(schema.fieldNames());
        List<String> found = List.of(actual.schema().fieldNames());

        if (!wanted.equals(found)) {
            return Optional.of("%s has its columns in the order %s, but %s was expected"
                    .formatted(actual.name(), String.join(", ", found), String.join(", ", wanted)));
        }

        return Arrays.stream(schema.fields())
                .filter(field -> !field.nullable())
                .map(StructField::name)
                .filter(name -> actual.schema().apply(name).nullable())
                .findFirst()
                .map(name -> "column %s of %s takes NULL, but NOT NULL was expected".formatted(name, actual.name()));
    }
}
