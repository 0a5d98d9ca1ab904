package dev.lakelight.dialect;

import dev.lakelight.delta.TableDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.util.QuotingUtils;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A primary or foreign key.
 *
 * @param name that it was given, or one made of its columns
 * @param columns of the table
 * @param primary whether it is the primary key
 * @param text as it would be written
 */
record Key(String name, List<String> columns, boolean primary, String text) {

    static final String PRIMARY = "PRIMARY KEY";
    static final String FOREIGN = "FOREIGN KEY";

    /** Return the key that a constraint in a plan of Spark is, or nothing when it is of another kind. */
    static Optional<Key> of(Object constraint) {
        return switch (constraint.getClass().getSimpleName()) {
            case "PrimaryKeyConstraint" -> Optional.of(primary(constraint));
            case "ForeignKeyConstraint" -> Optional.of(foreign(constraint));
            default -> Optional.empty();
        };
    }

    private static Key primary(Object constraint) {
        List<String> columns = names(constraint, "columns");
        return new Key(
                given(constraint).orElse("primary_key"),
                columns,
                true,
                PRIMARY + " (%s)".formatted(written(columns, ", ")));
    }

    private static Key foreign(Object constraint) {
        List<String> columns = names(constraint, "childColumns");
        List<String> parent = ParentKeys.written(names(constraint, "parentColumns"));
        String text = FOREIGN
                + " (%s) REFERENCES %s"
                        .formatted(written(columns, ", "), written(names(constraint, "parentTableId"), "."))
                + (parent.isEmpty() ? "" : " (%s)".formatted(written(parent, ", ")));
        return new Key(given(constraint).orElse("foreign_key_" + String.join("_", columns)), columns, false, text);
    }

    private static Optional<String> given(Object constraint) {
        return DeclaredConstraints.element(constraint, "userProvidedName") instanceof String name && !name.isEmpty()
                ? Optional.of(name)
                : Optional.empty();
    }

    private static List<String> names(Object constraint, String element) {
        return CollectionConverters.asJava((Seq<?>) DeclaredConstraints.element(constraint, element)).stream()
                .map(String::valueOf)
                .toList();
    }

    /** Return names as statements have them: in backticks where they need that. */
    static String written(List<String> names, String separator) {
        return names.stream().map(QuotingUtils::quoteIfNeeded).collect(Collectors.joining(separator));
    }

    String property() {
        return TableDefinition.KEY + name.toLowerCase(Locale.ROOT);
    }

    boolean requires(String column) {
        return primary && columns.stream().anyMatch(column::equalsIgnoreCase);
    }
}
