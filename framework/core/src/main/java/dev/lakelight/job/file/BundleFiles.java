package dev.lakelight.job.file;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlParser;
import dev.lakelight.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads the files of a bundle into one tree. */
final class BundleFiles {

    private static final String WILDCARDS = "*?[{";

    private final YamlFile root;

    BundleFiles(YamlFile root) {
        this.root = root;
    }

    /** Return the tree of all files, or nothing when the root cannot be read. */
    Optional<Node> read() {
        Optional<Node> tree = parse(root);
        return tree.map(node -> withIncludes(node, included(node)));
    }

    private static Optional<Node> parse(YamlFile file) {
        Optional<Node> node = new YamlParser(file, JobMessages.emptyBundle())
                .parse()
                .map(BundleFiles::withoutDefinitions)
                .map(NodeTree::withoutMergeKeys);
        node.ifPresent(tree -> new YamlValue(file, "The file", tree).object(JobShape.BUNDLE));
        return node;
    }

    /** Keys that Databricks does not know it passes over. Some bundles keep there what they refer to by anchors. */
    private static Node withoutDefinitions(Node root) {
        return root instanceof MappingNode mapping ? NodeTree.without(mapping, BundleFiles::isDefinition) : root;
    }

    private static boolean isDefinition(NodeTuple tuple) {
        return !JobShape.BUNDLE.keys().contains(NodeTree.text(tuple.getKeyNode()))
                && NodeTree.hasAnchor(tuple.getValueNode());
    }

    private Node withIncludes(Node node, List<Path> files) {
        Node tree = node;

        for (Path file : files) {
            Optional<Node> other = parse(root.including(file));

            if (other.isPresent()) {
                rejectSecondJobs(tree, other.get());
                tree = NodeTree.merge(tree, other.get(), "");
            }
        }

        return tree;
    }

    private void rejectSecondJobs(Node tree, Node other) {
        Optional<Node> known = NodeTree.at(tree, "resources", "jobs");

        for (NodeTuple tuple : NodeTree.entries(NodeTree.at(other, "resources", "jobs"))) {
            String key = NodeTree.text(tuple.getKeyNode());
            known.flatMap(jobs -> NodeTree.child(jobs, key))
                    .ifPresent(
                            first -> root.reject(tuple.getKeyNode(), JobMessages.secondJob(key, root.location(first))));
        }
    }

    private List<Path> included(Node node) {
        YamlObject object = new YamlValue(root, "The file", node).object();
        return object.value("include").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(pattern -> matching(pattern).stream())
                .filter(file -> !file.equals(root.path()))
                .distinct()
                .toList();
    }

    private List<Path> matching(YamlValue pattern) {
        Path folder = folder();
        List<String> literal = new ArrayList<>();

        for (String segment : pattern.name().split("/", -1)) {
            if (segment.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0)) {
                return walk(folder.resolve(String.join("/", literal)), pattern);
            }

            literal.add(segment);
        }

        Path file = folder.resolve(pattern.raw()).normalize();

        if (!Files.isRegularFile(file)) {
            pattern.reject(JobMessages.includesNothing(pattern.raw()));
            return List.of();
        }

        return List.of(file);
    }

    private Path folder() {
        return Objects.requireNonNull(root.path().getParent());
    }

    private List<Path> walk(Path start, YamlValue pattern) {
        Path folder = folder();
        String plain = pattern.raw().startsWith("./") ? pattern.raw().substring(2) : pattern.raw();

        try {
            return matching(start, folder.getFileSystem().getPathMatcher("glob:" + plain));
        } catch (PatternSyntaxException e) {
            pattern.reject(JobMessages.notAPattern(plain, e.getDescription()));
            return List.of();
        }
    }

    private List<Path> matching(Path start, PathMatcher matcher) {
        if (!Files.isDirectory(start)) {
            return List.of();
        }

        try (Stream<Path> entries = Files.walk(start)) {
            return entries.map(Path::normalize)
                    .filter(file -> matcher.matches(folder().relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentError("Cannot list the files of the bundle below %s: %s".formatted(start, e), e);
        }
    }
}
