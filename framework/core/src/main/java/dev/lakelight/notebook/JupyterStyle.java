package dev.lakelight.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lakelight.notebook.JsonValue.Elements;
import dev.lakelight.notebook.JsonValue.Text;
import java.util.List;
import java.util.stream.Collectors;

/** How a file is laid out, so that what is written into it looks like the rest. */
final class JupyterStyle {

    private static final ObjectMapper PLAIN = new JsonMapper();
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String file;
    private final ObjectMapper mapper;

    private JupyterStyle(String file, ObjectMapper mapper) {
        this.file = file;
        this.mapper = mapper;
    }

    static JupyterStyle of(JupyterFile json) {
        boolean ascii = json.text().contains("\\u") && json.text().chars().allMatch(character -> character < 0x80);
        return new JupyterStyle(json.text(), ascii ? ASCII : PLAIN);
    }

    /** Return a tree as Python's {@code json.dumps(tree, indent=1, ensure_ascii=False)} writes it. */
    static String pretty(JsonNode tree) {
        DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);

        try {
            return PLAIN.writer(printer).writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can be written", e);
        }
    }

    /** Return the JSON of a source in place of an old one: a string for a string, a list for a list. */
    String write(JsonValue old, String source) {
        if (!(old instanceof Elements list)) {
            return quote(source);
        }

        List<String> lines = isOnePiece(list) ? List.of(source) : JupyterDraft.linesOf(source);

        if (lines.isEmpty()) {
            return "[]";
        }

        Layout layout = layoutOf(list);
        return "[" + layout.open + lines.stream().map(this::quote).collect(Collectors.joining("," + layout.between))
                + layout.close + "]";
    }

    /** Some exports put all lines into one string of the list. */
    private static boolean isOnePiece(Elements list) {
        return list.values().size() == 1
                && list.values().get(0) instanceof Text text
                && text.value().stripTrailing().contains("\n");
    }

    private Layout layoutOf(Elements list) {
        if (list.values().isEmpty()) {
            return layoutOfKey(list.start());
        }

        JsonValue first = list.values().get(0);
        JsonValue last = list.values().get(list.values().size() - 1);
        String open = file.substring(list.start() + 1, first.start());
        String close = file.substring(last.end(), list.end() - 1);

        if (first == last) {
            return new Layout(open, open.isEmpty() && isSpaced(list.start()) ? " " : open, close);
        }

        String between = file.substring(first.end(), list.values().get(1).start());
        return new Layout(open, between.substring(between.indexOf(',') + 1), close);
    }

    /** An empty list tells nothing; its line does: the lines of a list stand a step farther in than that. */
    private Layout layoutOfKey(int offset) {
        String line = file.substring(file.lastIndexOf('\n', offset) + 1, offset);
        String indent = line.substring(0, line.length() - line.stripLeading().length());

        if (!line.stripLeading().startsWith("\"source\"")) {
            return new Layout("", isSpaced(offset) ? " " : "", "");
        }

        String step = step();
        return new Layout("\n" + indent + step, "\n" + indent + step, "\n" + indent);
    }

    private String step() {
        int start = file.indexOf('\n') + 1;
        int end = start;

        while (end < file.length() && " \t".indexOf(file.charAt(end)) >= 0) {
            end++;
        }

        return end > start ? file.substring(start, end) : " ";
    }

    private boolean isSpaced(int offset) {
        return offset > 0 && file.charAt(offset - 1) == ' ';
    }

    private String quote(String text) {
        try {
            return mapper.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text can be written", e);
        }
    }

    /** What stands behind the opening bracket, behind each comma, and before the closing bracket. */
    private record Layout(String open, String between, String close) {}
}
