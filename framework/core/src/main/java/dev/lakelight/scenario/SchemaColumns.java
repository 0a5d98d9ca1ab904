package dev.lakelight.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of the columns in a schema that is written as Spark DDL. What types there are is Spark's to say. */
final class SchemaColumns {

    private static final Pattern COLUMN =
            Pattern.compile("\\s*(?:`((?:[^`]|``)+)`|([^\\s`:,<>()]+))\\s*[:\\s]\\s*\\S.*", Pattern.DOTALL);

    private final String ddl;
    private final List<String> definitions = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int depth;
    private char quote;

    private SchemaColumns(String ddl) {
        this.ddl = ddl;
    }

    /** Return the names in order, or nothing when the text is not a list of columns with types. */
    static Optional<List<String>> of(String ddl) {
        List<String> names = new ArrayList<>();

        for (String definition : new SchemaColumns(ddl).split()) {
            Matcher column = COLUMN.matcher(definition);

            if (!column.matches()) {
                return Optional.empty();
            }

            names.add(
                    column.group(1) == null ? column.group(2) : column.group(1).replace("``", "`"));
        }

        return Optional.of(names);
    }

    /** Split at the commas that are not within quotes or the brackets of a type. */
    private List<String> split() {
        ddl.chars().forEach(character -> take((char) character));
        endDefinition();
        return definitions;
    }

    private void take(char character) {
        if (quote != 0) {
            quote = character == quote ? 0 : quote;
        } else if (character == '`' || character == '\'' || character == '"') {
            quote = character;
        } else if (character == '<' || character == '(') {
            depth++;
        } else if (character == '>' || character == ')') {
            depth--;
        } else if (character == ',' && depth == 0) {
            endDefinition();
            return;
        }

        current.append(character);
    }

    private void endDefinition() {
        definitions.add(current.toString());
        current.setLength(0);
    }
}
