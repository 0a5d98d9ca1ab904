package dev.lakelight.job.file;

import dev.lakelight.yaml.YamlFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Replaces <code>${...}</code> in the values of a bundle when they are looked at, so that what has no effect here need not be
 * known. A text that is one reference becomes what it refers to, a list included. Names that do not begin with one of the
 * bundle's namespaces stay as they are.
 */
final class BundleReferences {

    private static final String SEGMENT = "[a-zA-Z]+(?:[-_]?[a-zA-Z0-9]+)*(?:\\[\\d+])*";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(%1$s(?:\\.%1$s)*)}".formatted(SEGMENT));
    private static final Set<String> NAMESPACES = Set.of("var", "variables", "bundle", "workspace", "resources");

    private final YamlFile file;
    private final Node tree;
    private final BundleVariables variables;
    private final WorkspaceNames workspace;
    private final Deque<String> open = new ArrayDeque<>();

    BundleReferences(YamlFile file, Node tree, BundleTarget target, Map<String, String> values) {
        this.file = file;
        this.tree = tree;
        this.variables = new BundleVariables(file, tree, target, values);
        this.workspace = new WorkspaceNames(tree, target.name());
    }

    /** Return the node with its references replaced; what it holds is replaced when that is looked at. */
    Node resolve(Node node) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getValue().contains("${")) {
            return node;
        }

        Matcher whole = REFERENCE.matcher(scalar.getValue());
        return whole.matches() && isOurs(whole.group(1)) ? referred(whole.group(1), scalar) : inside(scalar);
    }

    private static boolean isOurs(String path) {
        return NAMESPACES.contains(path.replaceFirst("\\..*", ""));
    }

    private Node inside(ScalarNode scalar) {
        String text = REFERENCE
                .matcher(scalar.getValue())
                .replaceAll(match -> Matcher.quoteReplacement(
                        isOurs(match.group(1)) ? text(match.group(1), scalar) : match.group()));
        return scalar(Tag.STR, text, scalar);
    }

    private String text(String path, ScalarNode place) {
        Node found = referred(path, place);

        if (!(found instanceof ScalarNode scalar)) {
            file.reject(place, JobMessages.notText(path));
            return "";
        }

        return scalar.getValue();
    }

    private Node referred(String path, ScalarNode place) {
        if (open.contains(path)) {
            List<String> circle = new ArrayList<>(open);
            circle.add(path);
            file.reject(place, JobMessages.circularReference(circle));
            return scalar(Tag.STR, "", place);
        }

        open.addLast(path);

        try {
            return find(path, place)
                    .map(this::resolve)
                    .map(found -> at(found, place))
                    .orElseGet(() -> missing(path, place));
        } finally {
            open.removeLast();
        }
    }

    private Optional<Node> find(String path, ScalarNode place) {
        if (path.startsWith("var.")) {
            return variable(path.substring("var.".length()), place);
        }

        String[] segments = path.split("\\.");
        boolean isJobId = segments.length == 4 && path.startsWith("resources.jobs.") && path.endsWith(".id");
        return isJobId ? jobId(segments[2], place) : inTree(path, segments, place);
    }

    /** A path leads into a complex variable: {@code cluster.tags.team}, {@code tables[0]}. */
    private Optional<Node> variable(String path, ScalarNode place) {
        String[] steps = path.split("[.\\[]", -1);
        boolean isWhole = steps.length == 1 || !variables.names().contains(steps[0]);
        Optional<Node> found = isWhole ? variables.find(path, place) : Optional.of(referred("var." + steps[0], place));

        for (int i = 1; i < steps.length && !isWhole; i++) {
            String step = steps[i];
            found = found.flatMap(node -> step(node, step)).map(this::resolve);
        }

        return found;
    }

    private static Optional<Node> step(Node node, String step) {
        if (!step.endsWith("]")) {
            return NodeTree.child(node, step);
        }

        int index = Integer.parseInt(step.substring(0, step.length() - 1));
        return node instanceof SequenceNode list && index < list.getValue().size()
                ? Optional.of(list.getValue().get(index))
                : Optional.empty();
    }

    private Optional<Node> inTree(String path, String[] segments, ScalarNode place) {
        return NodeTree.at(tree, segments).or(() -> workspace.find(path).map(text -> scalar(Tag.STR, text, place)));
    }

    /** Jobs are numbered in the order of the bundle. */
    private Optional<Node> jobId(String key, ScalarNode place) {
        List<NodeTuple> jobs = NodeTree.entries(NodeTree.at(tree, "resources", "jobs"));

        for (int i = 0; i < jobs.size(); i++) {
            if (NodeTree.text(jobs.get(i).getKeyNode()).equals(key)) {
                return Optional.of(scalar(Tag.INT, String.valueOf(i + 1), place));
            }
        }

        return Optional.empty();
    }

    private Node missing(String path, ScalarNode place) {
        if (!file.isFaulty() || !path.startsWith("var.") || !variables.names().contains(path.substring(4))) {
            file.reject(place, JobMessages.unknownReference(path, variables.names()));
        }

        return scalar(Tag.STR, "", place);
    }

    /** A replaced text has the place of the reference. */
    private static Node at(Node found, ScalarNode place) {
        return found instanceof ScalarNode scalar ? scalar(scalar.getTag(), scalar.getValue(), place) : found;
    }

    static ScalarNode scalar(Tag tag, String text, ScalarNode place) {
        return new ScalarNode(tag, true, text, ScalarStyle.PLAIN, place.getStartMark(), place.getEndMark());
    }
}
