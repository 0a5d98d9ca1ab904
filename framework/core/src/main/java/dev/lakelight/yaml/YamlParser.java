package dev.lakelight.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns the text of a file into nodes that know their place. JSON is read as well: it is YAML. */
public final class YamlParser {

    private final YamlFile file;
    private final String emptyMessage;

    /** Create a parser that says this of a file without content. */
    public YamlParser(YamlFile file, String emptyMessage) {
        this.file = file;
        this.emptyMessage = emptyMessage;
    }

    /** Return the root of the file, or nothing when it is empty or cannot be read; the file knows why then. */
    public Optional<Node> parse() {
        try {
            return parse(text());
        } catch (CharacterCodingException e) {
            file.reject(Optional.empty(), "The file is not UTF-8 text.");
        } catch (NoSuchFileException e) {
            file.reject(Optional.empty(), "There is no such file.");
        } catch (IOException e) {
            file.reject(Optional.empty(), "The file cannot be read: %s.".formatted(e));
        } catch (MarkedYamlEngineException e) {
            file.reject(e.getProblemMark().or(e::getContextMark), "Invalid YAML: %s.".formatted(reason(e)));
        } catch (YamlEngineException e) {
            file.reject(Optional.empty(), "Invalid YAML: %s.".formatted(e.getMessage()));
        }

        return Optional.empty();
    }

    private String text() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file.path()));
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }

    private Optional<Node> parse(String text) {
        Optional<Node> root = new Compose(settings()).composeString(text);

        if (root.isEmpty()) {
            file.reject(Optional.empty(), emptyMessage);
        }

        return root.filter(this::isFinite);
    }

    private LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .setAllowNonScalarKeys(true)
                .setLabel(file.name())
                .build();
    }

    private static String reason(MarkedYamlEngineException e) {
        String context = e.getContext() == null || e.getContext().isBlank() ? "" : e.getContext() + ", ";
        return context + e.getProblem();
    }

    private boolean isFinite(Node root) {
        return isFinite(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean isFinite(Node node, Set<Node> seen) {
        if (node.isRecursive()) {
            file.reject(node, "Invalid YAML: this value contains itself.");
            return false;
        }

        return !(node instanceof CollectionNode<?>) || !seen.add(node) || childrenAreFinite(node, seen);
    }

    private boolean childrenAreFinite(Node node, Set<Node> seen) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .allMatch(entry -> isFinite(entry.getKeyNode(), seen) && isFinite(entry.getValueNode(), seen));
        }

        return ((SequenceNode) node).getValue().stream().allMatch(item -> isFinite(item, seen));
    }
}
