package dev.lakelight.job.file;

import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The variables of a bundle: a value of the run wins over one of the target, and that over the variable's default. */
final class BundleVariables {

    private final YamlFile file;
    private final Optional<Node> declared;
    private final BundleTarget target;
    private final Map<String, String> values;

    BundleVariables(YamlFile file, Node tree, BundleTarget target, Map<String, String> values) {
        this.file = file;
        this.declared = NodeTree.child(tree, "variables");
        this.target = target;
        this.values = values;
        values.keySet().stream()
                .filter(name -> !names().contains(name))
                .forEach(name -> file.reject(declared.orElse(tree), JobMessages.unknownVariable(name, names())));
    }

    List<String> names() {
        return BundleTarget.keys(file, declared);
    }

    /** Return the value of a declared variable; one without a value is rejected and empty. */
    Optional<Node> find(String name, ScalarNode place) {
        if (values.containsKey(name)) {
            return Optional.of(BundleReferences.scalar(Tag.STR, values.get(name), place));
        }

        return declared.flatMap(all -> NodeTree.child(all, name))
                .map(variable ->
                        ofTarget(name).or(() -> byDefault(variable)).orElseGet(() -> rejected(name, variable, place)));
    }

    /** A target gives a value as it is, or as a {@code default}. */
    private Optional<Node> ofTarget(String name) {
        return target.variable(name)
                .flatMap(node -> isDeclaration(node) ? NodeTree.child(node, "default") : Optional.of(node));
    }

    private boolean isDeclaration(Node node) {
        List<String> keys = BundleTarget.keys(file, Optional.of(node));
        return !keys.isEmpty() && JobShape.VARIABLE.keys().containsAll(keys);
    }

    private Optional<Node> byDefault(Node variable) {
        return isNull(variable) ? Optional.empty() : NodeTree.child(variable, "default");
    }

    private boolean isNull(Node node) {
        return new YamlValue(file, "", node).isNull();
    }

    private Node rejected(String name, Node variable, ScalarNode place) {
        boolean lookedUp = NodeTree.child(variable, "lookup").isPresent()
                || target.variable(name)
                        .flatMap(node -> NodeTree.child(node, "lookup"))
                        .isPresent();
        file.reject(place, lookedUp ? JobMessages.lookup(name) : JobMessages.noValue(name));
        return BundleReferences.scalar(Tag.STR, "", place);
    }
}
