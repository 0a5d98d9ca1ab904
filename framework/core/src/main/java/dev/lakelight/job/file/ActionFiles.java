package dev.lakelight.job.file;

import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files that tasks name. As in bundles, a relative path is taken from the folder of the file that it is written in, and
 * then from that of the bundle; an absolute one, a path in a workspace, from there and from the project's base directory.
 */
final class ActionFiles {

    private static final String FILES_OF_BUNDLE = "/files/";
    private static final String NOTEBOOK = "notebook";

    private final YamlFile file;

    ActionFiles(YamlFile file) {
        this.file = file;
    }

    /** Return the path from the project's base directory where there is such a file; what is to be looked for later stays. */
    String path(YamlValue value, String written, String what) {
        if (written.isBlank() || written.contains("{{")) {
            return written;
        }

        List<Path> places = names(written, what).stream()
                .flatMap(name -> roots(value).flatMap(root -> root.find(name).stream()))
                .toList();
        Optional<Path> found = places.stream()
                .filter(NotebookReader::isNotebook)
                .findFirst()
                .or(() -> places.stream().findFirst());

        if (found.isEmpty()) {
            value.reject(JobMessages.noFile(what, written, lookedAt(value, written)));
        }

        return found.map(path -> file.files().relative(path)).orElse(written);
    }

    private static List<String> names(String written, String what) {
        String path = withoutWorkspace(written);
        return what.equals(NOTEBOOK) ? NotebookFiles.namesOf(path) : List.of(path);
    }

    /** A path that a bundle is deployed to is that of the bundle's folder here. */
    private static String withoutWorkspace(String written) {
        int deployed = written.startsWith("/Workspace/") ? written.indexOf(FILES_OF_BUNDLE) : -1;
        String path = deployed < 0 ? written : written.substring(deployed + FILES_OF_BUNDLE.length());
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private Stream<ProjectFiles> roots(YamlValue value) {
        Path folder =
                file.files().baseDirectory().resolve(value.location().file()).getParent();
        return Stream.of(folder == null ? file.files() : file.files().withFirst(folder));
    }

    private List<String> lookedAt(YamlValue value, String written) {
        String path = withoutWorkspace(written);
        Path base = file.files().baseDirectory();
        Path declaring = base.resolve(value.location().file());
        return Stream.of(declaring, file.path(), base.resolve("any"))
                .map(place -> file.files().relative(place.resolveSibling(path)))
                .distinct()
                .toList();
    }
}
