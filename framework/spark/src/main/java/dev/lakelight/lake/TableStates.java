package dev.lakelight.lake;

import dev.lakelight.delta.TableLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import scala.Option;

/**
 * Finds out where all tables of a lake stand, from logs and lists of files, with no Spark job. Tables without a name, as in
 * <code>delta.`/mnt/orders`</code>, have the schema {@code delta} and their path in the lake.
 */
final class TableStates {

    private static final String BY_PATH = "delta";

    private final Lake lake;

    TableStates(Lake lake) {
        this.lake = lake;
    }

    Map<TableIdentifier, Baseline> now() {
        Map<TableIdentifier, Baseline> states = new HashMap<>();
        Set<Path> named = new HashSet<>();
        lake.catalog()
                .identifiers()
                .forEach(table -> lake.catalog().find(table).ifPresent(found -> {
                    states.put(lake.catalog().qualified(table), state(found));
                    folder(found).ifPresent(named::add);
                }));
        unnamed(named).forEach(folder -> states.put(byPath(folder), delta(history(folder))));
        return states;
    }

    /** Return the folders of the tables without a name, by what users call them. */
    Map<String, Path> withoutName() {
        Set<Path> named = new HashSet<>();
        lake.catalog()
                .identifiers()
                .forEach(table ->
                        lake.catalog().find(table).flatMap(this::folder).ifPresent(named::add));
        Map<String, Path> folders = new HashMap<>();
        unnamed(named).forEach(folder -> folders.put(shown(byPath(folder)), folder));
        return folders;
    }

    /** Return what users call a table. */
    String shown(TableIdentifier table) {
        boolean isByPath = table.catalog().isEmpty() && table.database().contains(BY_PATH);
        return isByPath
                ? "delta.`%s`".formatted(table.table())
                : lake.catalog().names().shown(table);
    }

    private Baseline state(CatalogTable table) {
        if (table.provider().contains("delta")) {
            return delta(lake.catalog().history(table));
        }

        if (table.tableType().equals(CatalogTableType.VIEW())) {
            return new Baseline("view: " + table.viewText().getOrElse(() -> ""), Baseline.NO_VERSION);
        }

        return new Baseline(
                "%s %s"
                        .formatted(
                                table.schema(),
                                folder(table).map(TableStates::files).orElse("")),
                Baseline.NO_VERSION);
    }

    private static Baseline delta(TableLog history) {
        return new Baseline(history.id(), history.version().orElse(Baseline.NO_VERSION));
    }

    private TableLog history(Path folder) {
        return TableLog.of(lake.session(), new org.apache.hadoop.fs.Path(folder.toUri()));
    }

    private Stream<Path> unnamed(Set<Path> named) {
        try {
            return lake.folder().deltaTables().stream().filter(folder -> !named.contains(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + lake.directory(), e);
        }
    }

    private TableIdentifier byPath(Path folder) {
        String path = "/" + lake.directory().relativize(folder).toString().replace('\\', '/');
        return new TableIdentifier(path.replaceFirst("^/files/", "/"), Option.apply(BY_PATH));
    }

    /** Return where a table is on this machine, or nothing for views. */
    private Optional<Path> folder(CatalogTable table) {
        return table.storage().locationUri().isEmpty()
                ? Optional.empty()
                : lake.catalog().onDisk(new org.apache.hadoop.fs.Path(table.location()));
    }

    private static String files(Path folder) {
        if (!Files.exists(folder)) {
            return "";
        }

        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
