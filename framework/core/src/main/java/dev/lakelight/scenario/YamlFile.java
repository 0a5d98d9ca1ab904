package dev.lakelight.scenario;

import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.SourceLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file while it is read: where its nodes are, where the files are that it names, and all that is wrong with it. */
final class YamlFile {

    private final ProjectFiles files;
    private final Path path;
    private final Set<Mistake> mistakes = new TreeSet<>();

    /** Look up named files in the folder of the YAML file first. */
    YamlFile(Path path, ProjectFiles files) {
        this.path = path.toAbsolutePath().normalize();
        Path folder = this.path.getParent();
        this.files = folder == null ? files : files.withFirst(folder);
    }

    Path path() {
        return path;
    }

    ProjectFiles files() {
        return files;
    }

    SourceLocation location(Node node) {
        return new SourceLocation(files.relative(path), line(node.getStartMark()));
    }

    /** Remember that a node is wrong; reading goes on, to find all mistakes of a file at once. */
    void reject(Node node, String message) {
        reject(node.getStartMark(), message);
    }

    void reject(Optional<Mark> mark, String message) {
        int column = mark.map(Mark::getColumn).orElse(-1) + 1;
        mistakes.add(new Mistake(line(mark), column, message));
    }

    boolean isFaulty() {
        return !mistakes.isEmpty();
    }

    /** Return one error that tells all mistakes, in the order of the file. */
    UserError error() {
        List<Mistake> all = List.copyOf(mistakes);
        SourceLocation first =
                new SourceLocation(files.relative(path), all.get(0).line());
        return new UserError(all.size() == 1 ? text(all.get(0)) : list(all), first);
    }

    private String list(List<Mistake> all) {
        String lines = all.stream().map(this::text).collect(Collectors.joining("\n"));
        return "%s has %d mistakes:\n%s".formatted(files.relative(path), all.size(), lines);
    }

    private String text(Mistake mistake) {
        String place = mistake.line() == 0 ? "" : ":%d:%d".formatted(mistake.line(), mistake.column());
        return "%s%s: %s".formatted(files.relative(path), place, mistake.message());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(-1) + 1;
    }

    /** Lines and columns count from 1; both are 0 when the whole file is meant. */
    private record Mistake(int line, int column, String message) implements Comparable<Mistake> {

        @Override
        public int compareTo(Mistake other) {
            if (line != other.line) {
                return Integer.compare(line, other.line);
            }

            return column == other.column ? message.compareTo(other.message) : Integer.compare(column, other.column);
        }
    }
}
