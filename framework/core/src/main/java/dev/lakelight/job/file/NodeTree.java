package dev.lakelight.job.file;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Merges YAML trees as Databricks' command line does: mappings by key, some lists by the key of their items, other lists in a row. */
final class NodeTree {

    private static final String MERGE_KEY = "<<";
    private static final Map<String, String> ITEM_KEYS = Map.of(
            "tasks",
            "task_key",
            "job_clusters",
            "job_cluster_key",
            "parameters",
            "name",
            "environments",
            "environment_key");

    private NodeTree() {}

    /** Return the value of a key, or nothing when there is none or the node is no mapping. */
    static Optional<Node> child(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> key.equals(text(tuple.getKeyNode())))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    static Optional<Node> at(Node node, String... path) {
        Optional<Node> found = Optional.of(node);

        for (String key : path) {
            found = found.flatMap(parent -> child(parent, key));
        }

        return found;
    }

    /** Return the tuples of a mapping, or none. */
    static List<NodeTuple> entries(Optional<Node> node) {
        return node.filter(MappingNode.class::isInstance)
                .map(mapping -> ((MappingNode) mapping).getValue())
                .orElse(List.of());
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Return the tree with its merge keys replaced by what they merge. */
    static Node withoutMergeKeys(Node node) {
        return withoutMergeKeys(node, new IdentityHashMap<>());
    }

    private static Node withoutMergeKeys(Node node, Map<Node, Node> done) {
        Node known = done.get(node);

        if (known != null) {
            return known;
        }

        Node result = node;

        if (node instanceof MappingNode mapping) {
            result = flat(mapping, done);
        } else if (node instanceof SequenceNode list) {
            result = sequence(
                    list,
                    list.getValue().stream()
                            .map(item -> withoutMergeKeys(item, done))
                            .toList());
        }

        done.put(node, result);
        return result;
    }

    private static Node flat(MappingNode mapping, Map<Node, Node> done) {
        List<NodeTuple> own = new ArrayList<>();
        List<Node> merged = new ArrayList<>();

        for (NodeTuple tuple : mapping.getValue()) {
            Node value = withoutMergeKeys(tuple.getValueNode(), done);

            if (text(tuple.getKeyNode()).equals(MERGE_KEY)) {
                merged.addAll(value instanceof SequenceNode list ? list.getValue() : List.of(value));
            } else {
                own.add(new NodeTuple(tuple.getKeyNode(), value));
            }
        }

        Node result = mapping(mapping, own);

        for (Node defaults : merged) {
            result = merge(defaults, result, "");
        }

        return result;
    }

    /** Return whether other places may refer to a node, or to a part of it. */
    static boolean hasAnchor(Node node) {
        if (node.getAnchor().isPresent()) {
            return true;
        }

        return node instanceof SequenceNode list
                ? list.getValue().stream().anyMatch(NodeTree::hasAnchor)
                : entries(Optional.of(node)).stream()
                        .map(NodeTuple::getValueNode)
                        .anyMatch(NodeTree::hasAnchor);
    }

    /** Return the mapping without some of its tuples. */
    static Node without(MappingNode mapping, Predicate<NodeTuple> leftOut) {
        return mapping(
                mapping, mapping.getValue().stream().filter(leftOut.negate()).toList());
    }

    /** Return the one node with the other on top of it, which changes nothing when it is empty; both stand under this key. */
    static Node merge(Node base, Node over, String key) {
        if (base instanceof MappingNode left && over instanceof MappingNode right) {
            return mergeMappings(left, right);
        }

        if (base instanceof SequenceNode left && over instanceof SequenceNode right) {
            return mergeLists(left, right, ITEM_KEYS.get(key));
        }

        return over.getTag().equals(Tag.NULL) ? base : over;
    }

    private static Node mergeMappings(MappingNode base, MappingNode over) {
        List<NodeTuple> merged = new ArrayList<>();

        for (NodeTuple tuple : base.getValue()) {
            String key = text(tuple.getKeyNode());
            Node value = child(over, key)
                    .map(other -> merge(tuple.getValueNode(), other, key))
                    .orElse(tuple.getValueNode());
            merged.add(new NodeTuple(tuple.getKeyNode(), value));
        }

        over.getValue().stream()
                .filter(tuple -> child(base, text(tuple.getKeyNode())).isEmpty())
                .forEach(merged::add);
        return mapping(over, merged);
    }

    private static Node mergeLists(SequenceNode base, SequenceNode over, @Nullable String itemKey) {
        if (itemKey == null) {
            List<Node> all = new ArrayList<>(base.getValue());
            all.addAll(over.getValue());
            return sequence(over, all);
        }

        Map<Object, Node> items = new LinkedHashMap<>();
        base.getValue().forEach(item -> items.put(name(item, itemKey), item));
        over.getValue().forEach(item -> items.merge(name(item, itemKey), item, (one, two) -> merge(one, two, "")));
        return sequence(over, List.copyOf(items.values()));
    }

    /** What has no name is like nothing else; what has one twice in a list is left for the parser to reject. */
    private static Object name(Node item, String key) {
        return child(item, key).<Object>map(NodeTree::text).orElse(item);
    }

    private static Node mapping(MappingNode like, List<NodeTuple> tuples) {
        return new MappingNode(
                like.getTag(), true, tuples, like.getFlowStyle(), like.getStartMark(), like.getEndMark());
    }

    private static Node sequence(SequenceNode like, List<Node> items) {
        return new SequenceNode(
                like.getTag(), true, items, like.getFlowStyle(), like.getStartMark(), like.getEndMark());
    }
}
