package dev.lakelight.yaml;

import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.SourceLocation;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file while it is read: where its nodes are, where the files are that it names, and all that is wrong with it. */
public final class YamlFile {

    private final ProjectFiles files;
    private final Path path;
    private final Set<Mistake> mistakes;
    private final UnaryOperator<Node> resolver;

    /** Look up named files in the folder of the YAML file first. */
    public YamlFile(Path path, ProjectFiles files) {
        this(path, besides(path, files), new TreeSet<>(), UnaryOperator.identity());
    }

    private YamlFile(Path path, ProjectFiles files, Set<Mistake> mistakes, UnaryOperator<Node> resolver) {
        this.path = path.toAbsolutePath().normalize();
        this.files = files;
        this.mistakes = mistakes;
        this.resolver = resolver;
    }

    private static ProjectFiles besides(Path path, ProjectFiles files) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        return folder == null ? files : files.withFirst(folder);
    }

    /** Return another file that is read with this one; mistakes in either are mistakes of both. */
    public YamlFile including(Path other) {
        return new YamlFile(other, besides(other, files), mistakes, resolver);
    }

    /** Return this file with its values replaced when they are looked at; mistakes are those of this one. */
    public YamlFile resolvedBy(UnaryOperator<Node> replacement) {
        return new YamlFile(path, files, mistakes, replacement);
    }

    Node resolve(Node node) {
        return resolver.apply(node);
    }

    /** Return the absolute path. */
    public Path path() {
        return path;
    }

    /** Return what looks up named files, in the folder of this file first. */
    public ProjectFiles files() {
        return files;
    }

    /** Return the path as messages show it. */
    public String name() {
        return files.relative(path);
    }

    /** Return where a node is; its own file, which need not be this one when files include each other. */
    public SourceLocation location(Node node) {
        return new SourceLocation(fileOf(node.getStartMark()), line(node.getStartMark()));
    }

    /** Remember that a node is wrong; reading goes on, to find all mistakes of a file at once. */
    public void reject(Node node, String message) {
        reject(node.getStartMark(), message);
    }

    /** Remember that something is wrong at a place, or with the whole file. */
    public void reject(Optional<Mark> mark, String message) {
        int column = mark.map(Mark::getColumn).orElse(-1) + 1;
        mistakes.add(new Mistake(fileOf(mark), line(mark), column, message));
    }

    /** Return whether a mistake was found. */
    public boolean isFaulty() {
        return !mistakes.isEmpty();
    }

    /** Return one error that tells all mistakes, in the order of the file. */
    public UserError error() {
        List<Mistake> all = List.copyOf(mistakes);
        Mistake first = all.get(0);
        return new UserError(all.size() == 1 ? text(first) : list(all), new SourceLocation(first.file(), first.line()));
    }

    /** Return what is wrong, without places, in the order of the file. */
    public List<String> messages() {
        return mistakes.stream().map(Mistake::message).distinct().toList();
    }

    private String list(List<Mistake> all) {
        String lines = all.stream().map(YamlFile::text).collect(Collectors.joining("\n"));
        return "%s has %d mistakes:\n%s".formatted(files.relative(path), all.size(), lines);
    }

    private static String text(Mistake mistake) {
        String place = mistake.line() == 0 ? "" : ":%d:%d".formatted(mistake.line(), mistake.column());
        return "%s%s: %s".formatted(mistake.file(), place, mistake.message());
    }

    private String fileOf(Optional<Mark> mark) {
        return mark.map(Mark::getName).orElseGet(this::name);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(-1) + 1;
    }

    /** Lines and columns count from 1; both are 0 when the whole file is meant. */
    private record Mistake(String file, int line, int column, String message) implements Comparable<Mistake> {

        private static final Comparator<Mistake> ORDER = Comparator.comparing(Mistake::file)
                .thenComparingInt(Mistake::line)
                .thenComparingInt(Mistake::column)
                .thenComparing(Mistake::message);

        @Override
        public int compareTo(Mistake other) {
            return ORDER.compare(this, other);
        }
    }
}
