package dev.lakelight.job.file;

import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * The target of a bundle whose settings lie over those of the bundle.
 *
 * @param name of the target; {@code default} when the bundle has none
 * @param node that declares it, if any
 */
record BundleTarget(String name, Optional<Node> node) {

    private static final List<String> MERGED = List.of("bundle", "workspace", "resources");

    /** Choose the named target, or the default one, or the only one; when there is none of these, the file knows why. */
    static BundleTarget choose(YamlFile file, Node tree, @Nullable String wanted) {
        Optional<Node> targets = NodeTree.child(tree, "targets");
        List<NodeTuple> all = NodeTree.entries(targets);
        List<String> names =
                all.stream().map(tuple -> NodeTree.text(tuple.getKeyNode())).toList();
        String name = wanted == null ? byDefault(file, all, names) : wanted;

        if (wanted != null && !names.contains(wanted)) {
            file.reject(targets.orElse(tree), JobMessages.noTarget(wanted, names));
        }

        Optional<Node> node = targets.flatMap(mapping -> NodeTree.child(mapping, name));
        node.filter(target -> !new YamlValue(file, "'%s'".formatted(name), target).isNull())
                .ifPresent(target -> new YamlValue(file, "'%s'".formatted(name), target).object(JobShape.TARGET));
        return new BundleTarget(name, node);
    }

    private static String byDefault(YamlFile file, List<NodeTuple> all, List<String> names) {
        List<NodeTuple> marked =
                all.stream().filter(tuple -> isDefault(file, tuple)).toList();

        if (marked.size() > 1) {
            file.reject(marked.get(1).getKeyNode(), JobMessages.twoDefaults(text(marked.get(0)), text(marked.get(1))));
        }

        if (marked.isEmpty() && names.size() > 1) {
            file.reject(all.get(0).getKeyNode(), JobMessages.whichTarget(names));
        }

        return marked.stream().findFirst().map(BundleTarget::text).orElse(names.isEmpty() ? "default" : names.get(0));
    }

    private static boolean isDefault(YamlFile file, NodeTuple tuple) {
        return NodeTree.child(tuple.getValueNode(), "default")
                .filter(value -> new YamlValue(file, "'default'", value).yesOrNo())
                .isPresent();
    }

    private static String text(NodeTuple tuple) {
        return NodeTree.text(tuple.getKeyNode());
    }

    /** Return the tree of the bundle with what this target changes. */
    Node over(Node tree) {
        Node merged = tree;

        for (NodeTuple tuple : NodeTree.entries(node)) {
            if (MERGED.contains(text(tuple))) {
                merged = NodeTree.merge(merged, only(tuple), "");
            }
        }

        return merged;
    }

    private Node only(NodeTuple tuple) {
        MappingNode target = (MappingNode) node.orElseThrow();
        return new MappingNode(
                target.getTag(),
                true,
                List.of(tuple),
                target.getFlowStyle(),
                target.getStartMark(),
                target.getEndMark());
    }

    /** Return what the target says of a variable. */
    Optional<Node> variable(String variable) {
        return node.flatMap(target -> NodeTree.at(target, "variables", variable));
    }

    /** Return the entries of a mapping, for messages. */
    static List<String> keys(YamlFile file, Optional<Node> node) {
        return node.map(mapping -> new YamlValue(file, "", mapping))
                .filter(YamlValue::isMapping)
                .map(YamlValue::object)
                .map(YamlObject::keys)
                .map(List::copyOf)
                .orElse(List.of());
    }
}
