package dev.lakelight.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the columns in a schema that is written as Spark DDL. What types there are is Spark's to say. */
public final class SchemaColumns {

    private static final Pattern COLUMN =
            Pattern.compile("\\s*(?:`((?:[^`]|``)+)`|([^\\s`:,<>()]+))\\s*[:\\s]\\s*(\\S.*)", Pattern.DOTALL);

    /** What may stand behind the type of a column. */
    private static final Pattern BEHIND_TYPE =
            Pattern.compile("(?i)\\s+(?:NOT\\s+NULL|COMMENT|DEFAULT|GENERATED|COLLATE|MASK)\\b");

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
        return columns(ddl).map(columns -> columns.stream().map(Column::name).toList());
    }

    /** Return the columns in order, or nothing when the text is not a list of columns with types. */
    public static Optional<List<Column>> columns(String ddl) {
        List<Column> columns = new ArrayList<>();

        for (String definition : new SchemaColumns(ddl).split()) {
            Matcher column = COLUMN.matcher(definition);

            if (!column.matches()) {
                return Optional.empty();
            }

            columns.add(column(column));
        }

        return Optional.of(List.copyOf(columns));
    }

    private static Column column(Matcher column) {
        String name =
                column.group(1) == null ? column.group(2) : column.group(1).replace("``", "`");
        return new Column(name, type(column.group(3)));
    }

    /** The words within brackets are those of fields. */
    private static String type(String text) {
        Matcher behind = BEHIND_TYPE.matcher(text);

        while (behind.find()) {
            String type = text.substring(0, behind.start());

            if (type.chars().filter(character -> character == '<').count()
                    == type.chars().filter(character -> character == '>').count()) {
                return type.strip();
            }
        }

        return text.strip();
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

    /**
     * A column.
     *
     * @param name without quotes
     * @param type as it is written, without what may follow it
     */
    public record Column(String name, String type) {}
}
