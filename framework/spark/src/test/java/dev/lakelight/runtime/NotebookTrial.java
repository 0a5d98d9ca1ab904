package dev.lakelight.runtime;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.notebook.Notebook;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.path.LakePaths;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.streaming.StreamingQuery;

/** Runs foreign notebooks, each in a lake of its own. */
final class NotebookTrial {

    private static final Set<NotebookLanguage> LANGUAGES = Set.of(NotebookLanguage.SQL, NotebookLanguage.SCALA);
    private static final Duration LIMIT = Duration.ofSeconds(Long.getLong("notebooks.seconds", 60));

    private final Cluster cluster;
    private final Path folder;
    private final Optional<Path> seed =
            Optional.ofNullable(System.getProperty("notebooks.files")).map(Path::of);

    NotebookTrial(Cluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    /** Return the notebooks below the folder, by their paths in it. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(this::isTried)
                    .sorted()
                    .toList();
        }
    }

    private boolean isTried(String file) {
        Path path = folder.resolve(file);
        Optional<NotebookLanguage> language = NotebookLanguage.ofFile(file);

        if (language.isEmpty()) {
            return NotebookReader.isNotebook(path)
                    && LANGUAGES.contains(NotebookReader.read(path, file).language());
        }

        return LANGUAGES.contains(language.get())
                && (language.get() == NotebookLanguage.SQL
                        || NotebookReader.isNotebook(path)
                        || textOf(path).contains("\n// COMMAND ----------"));
    }

    private static String textOf(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int numberOfCells(String file) {
        return notebook(file).cells().size();
    }

    private Notebook notebook(String file) {
        Path path = folder.resolve(file);
        return NotebookLanguage.ofFile(file)
                .map(language -> NotebookReader.read(path, file, language))
                .orElseGet(() -> NotebookReader.read(path, file));
    }

    List<TriedCell> run(String file) throws IOException {
        ProjectFiles files = ProjectFiles.of(folder, List.of());
        LakeOptions options = LakeOptions.named("foreign", files)
                .below(Path.of("target", "lakelight", "lakes").toAbsolutePath())
                .withSettings(Map.of(LakePaths.ROOTS_SETTING, roots()));

        try (Lake lake = Lake.open(cluster, options)) {
            seed(lake.files());
            EveryCell everyCell = new EveryCell(cluster.sparkContext(), LIMIT);
            RunRequest request = RunRequest.of(file, null, Map.of())
                    .takenFor(NotebookLanguage.ofFile(file).orElse(null));
            NotebookRun run = new ModuleRunner(lake, files, everyCell).runNotebook(request);
            stopStreams(run);
            return run.record().cells().stream()
                    .map(cell -> new TriedCell(cell, everyCell.wasLate(cell.number())))
                    .toList();
        }
    }

    private static void stopStreams(NotebookRun run) {
        for (StreamingQuery query : run.session().streams().active()) {
            try {
                query.stop();
            } catch (java.util.concurrent.TimeoutException e) {
                throw new IllegalStateException("A stream does not stop", e);
            }
        }
    }

    private String roots() throws IOException {
        if (seed.isEmpty()) {
            return "tmp";
        }

        try (Stream<Path> roots = Files.list(seed.get())) {
            return roots.map(root -> root.getFileName().toString()).collect(Collectors.joining(",", "tmp,", ""));
        }
    }

    /** Links are as good as copies: Spark writes new files, and leaves those that it reads alone. */
    private void seed(Path target) throws IOException {
        if (seed.isEmpty()) {
            return;
        }

        List<Path> sources;

        try (Stream<Path> walked = Files.walk(seed.get())) {
            sources = walked.filter(Files::isRegularFile).toList();
        }

        for (Path source : sources) {
            Path link = target.resolve(seed.get().relativize(source).toString());
            Files.createDirectories(link.getParent());
            Files.createLink(link, source);
        }
    }
}
