package dev.lakelight.compare;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Compares schemas: names and types, nested ones included. Nullability and comments do not count. The order of columns does not
 * count, that of fields inside a struct does, for it is part of the struct's type.
 */
final class SchemaTree {

    /** Of longer runs of equal columns the first few are shown. */
    private static final int LONG_RUN = 6;

    private static final int SHOWN_OF_LONG_RUN = 3;
    private static final int LONGEST_TYPE = 80;

    private final List<String> lines = new ArrayList<>();

    private SchemaTree() {}

    /** Return a tree with the differing columns and fields marked, or no lines when there are none. */
    static List<String> differences(StructType expected, StructType actual) {
        List<FieldPair> pairs = FieldPair.of(expected, actual);

        if (pairs.stream().allMatch(FieldPair::isEqual)) {
            return List.of();
        }

        SchemaTree tree = new SchemaTree();
        tree.add(pairs, "");
        return tree.lines;
    }

    private void add(List<FieldPair> pairs, String indent) {
        List<FieldPair> equal = new ArrayList<>();

        for (FieldPair pair : pairs) {
            if (pair.isEqual()) {
                equal.add(pair);
            } else {
                addEqual(equal, indent);
                equal.clear();
                addDiffering(pair, indent);
            }
        }

        addEqual(equal, indent);
    }

    private void addEqual(List<FieldPair> pairs, String indent) {
        int shown = pairs.size() > LONG_RUN ? SHOWN_OF_LONG_RUN : pairs.size();
        pairs.stream().limit(shown).forEach(pair -> add("  ", indent, described(pair.either())));

        if (shown < pairs.size()) {
            add("  ", indent, "... and %d more that agree".formatted(pairs.size() - shown));
        }
    }

    private void addDiffering(FieldPair pair, String indent) {
        StructField expected = pair.expected();
        StructField actual = pair.actual();

        if (expected != null && actual != null) {
            addOtherType(expected, actual, indent);
            return;
        }

        add(expected == null ? "+ " : "- ", indent, described(pair.either()));
    }

    private void addOtherType(StructField expected, StructField actual, String indent) {
        List<FieldPair> parts = parts(expected.dataType(), actual.dataType());

        if (parts.stream().allMatch(FieldPair::isEqual)) {
            add(
                    "~ ",
                    indent,
                    "%s -> %s".formatted(described(expected), actual.dataType().sql()));
            return;
        }

        add("  ", indent, expected.name() + ": " + kind(expected.dataType()));
        add(parts, indent + "  ");
    }

    private void add(String marker, String indent, String text) {
        lines.add(marker + indent + text);
    }

    /** Return what two nested types of one kind are made of; nothing for others. */
    private static List<FieldPair> parts(DataType expected, DataType actual) {
        if (expected instanceof StructType left && actual instanceof StructType right) {
            return FieldPair.of(left, right);
        }

        if (expected instanceof ArrayType left && actual instanceof ArrayType right) {
            return FieldPair.of(parts("element", left.elementType()), parts("element", right.elementType()));
        }

        if (expected instanceof MapType left && actual instanceof MapType right) {
            return FieldPair.of(
                    parts("key", left.keyType()).add("value", left.valueType()),
                    parts("key", right.keyType()).add("value", right.valueType()));
        }

        return List.of();
    }

    private static StructType parts(String name, DataType type) {
        return new StructType().add(name, type);
    }

    private static String kind(DataType type) {
        return type.sql().split("<", 2)[0];
    }

    /** An expected column without a type comes from a file that names it only. */
    private static String described(StructField field) {
        if (field.dataType() instanceof NullType) {
            return field.name();
        }

        String type = field.dataType().sql();
        String shown = type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE) + "...";
        return field.name() + ": " + shown;
    }
}
