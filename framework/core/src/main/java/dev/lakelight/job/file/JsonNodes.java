package dev.lakelight.job.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns JSON into the nodes that jobs are read from. They have no place in a file. What is null counts as missing. */
final class JsonNodes {

    private JsonNodes() {}

    static Node of(JsonNode json) {
        if (json.isObject()) {
            return mapping(json);
        }

        if (json.isArray()) {
            List<Node> items = new ArrayList<>();
            json.forEach(item -> items.add(of(item)));
            return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
        }

        return new ScalarNode(tag(json), json.isNull() ? "" : json.asText(), ScalarStyle.PLAIN);
    }

    private static MappingNode mapping(JsonNode json) {
        List<NodeTuple> entries = new ArrayList<>();
        json.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> entries.add(new NodeTuple(
                        new ScalarNode(Tag.STR, entry.getKey(), ScalarStyle.PLAIN), of(entry.getValue()))));
        return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }

    private static Tag tag(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL, MISSING -> Tag.NULL;
            case BOOLEAN -> Tag.BOOL;
            case NUMBER -> json.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
            default -> Tag.STR;
        };
    }
}
