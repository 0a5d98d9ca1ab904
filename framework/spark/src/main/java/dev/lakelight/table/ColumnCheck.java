package dev.lakelight.table;

import dev.lakelight.problem.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Compares written column names with those of a schema. Letter case counts.
 *
 * @param schema the columns that there are
 * @param missing what to do about columns that are not written
 */
record ColumnCheck(StructType schema, Missing missing) {

    /** What a column that is not written means. */
    enum Missing {
        /** It is a mistake. */
        REFUSED,
        /** Its values are NULL, which is a mistake only when it is declared NOT NULL. */
        NULL
    }

    /** Return what is wrong, in the order of the written names, then of the schema. */
    List<String> problems(Header header) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();

        for (String name : header.names()) {
            if (!seen.add(name)) {
                problems.add("column '%s' is there twice".formatted(name));
            }
        }

        List<String> known = List.of(schema.fieldNames());
        seen.stream().filter(name -> !known.contains(name)).map(this::unknown).forEach(problems::add);
        Stream.of(schema.fields())
                .filter(field -> !seen.contains(field.name()) && isRequired(field))
                .map(field -> "column '%s' is missing".formatted(field.name()))
                .forEach(problems::add);
        header.schema().stream().flatMap(this::otherTypes).forEach(problems::add);
        return problems;
    }

    private Stream<String> otherTypes(StructType written) {
        return Stream.of(written.fields())
                .flatMap(found -> Stream.of(schema.fields())
                        .filter(field -> field.name().equals(found.name()))
                        .filter(field -> !DataType.equalsIgnoreNullability(field.dataType(), found.dataType()))
                        .map(field -> "column '%s' is declared %s here, but it is %s"
                                .formatted(
                                        field.name(),
                                        found.dataType().sql(),
                                        field.dataType().sql())));
    }

    private boolean isRequired(StructField field) {
        return missing == Missing.REFUSED || !field.nullable();
    }

    private String unknown(String name) {
        List<String> known = List.of(schema.fieldNames());
        String hint = NearestName.to(name, known)
                .map(" Perhaps you mean '%s'."::formatted)
                .orElse("");
        return "there is no column '%s', the columns are %s.%s".formatted(name, String.join(", ", known), hint);
    }
}
