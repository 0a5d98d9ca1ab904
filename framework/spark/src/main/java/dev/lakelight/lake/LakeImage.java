package dev.lakelight.lake;

import dev.lakelight.fixture.TreeImage;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All tables of a lake as they are at a time, whatever becomes of them: dropped, replaced, vacuumed. Of Delta tables nothing is copied
 * where the file system has links, because nobody writes into their files twice; no Spark job is run. It ends with the lake.
 */
public final class LakeImage {

    private final Lake lake;
    private final Map<String, Picture> pictures;

    private LakeImage(Lake lake, Map<String, Picture> pictures) {
        this.lake = lake;
        this.pictures = Collections.unmodifiableMap(pictures);
    }

    /**
     * Keep what the tables of a lake hold now. Views are not kept: what they show is in tables.
     *
     * @throws EnvironmentError when files cannot be linked or copied
     */
    public static LakeImage of(Lake lake) {
        Map<String, Picture> pictures = new TreeMap<>();

        try {
            Path folder = Files.createDirectory(lake.folder().newImage());

            for (Map.Entry<String, StoredRows> table : found(lake).entrySet()) {
                Path copy = folder.resolve(String.valueOf(pictures.size()));
                TreeImage.of(table.getValue().folder(), copy);
                pictures.put(table.getKey(), new Picture(table.getValue(), copy));
            }
        } catch (IOException e) {
            throw new EnvironmentError("Cannot keep the tables of %s: %s".formatted(lake, e), e);
        }

        return new LakeImage(lake, pictures);
    }

    /** Return the lake that it is of. */
    public Lake lake() {
        return lake;
    }

    /**
     * Return the names of its tables, sorted; those of the default catalog and schema without them, and Delta tables that have a path
     * only as <code>delta.`/mnt/orders`</code>.
     */
    public List<String> tables() {
        return List.copyOf(pictures.keySet());
    }

    /** Return the names of the tables that the lake has now, each with the name that statements take. */
    public Map<String, String> tablesNow() {
        Map<String, String> names = new TreeMap<>();
        found(lake).forEach((shown, table) -> names.put(shown, table.name()));
        return names;
    }

    /** Return the rows that one of its tables had. */
    public Dataset<Row> dataset(String table) {
        Picture picture = pictures.get(table);

        if (picture == null) {
            throw new IllegalArgumentException("%s was not there".formatted(table));
        }

        return picture.table().read(lake, picture.folder());
    }

    private static Map<String, StoredRows> found(Lake lake) {
        Map<String, StoredRows> tables = new TreeMap<>();
        lake.catalog()
                .identifiers()
                .forEach(identifier -> lake.catalog()
                        .find(identifier)
                        .filter(table -> !table.tableType().name().equals("VIEW"))
                        .ifPresent(table ->
                                tables.put(lake.catalog().names().shown(identifier), StoredRows.of(lake, table))));
        new TableStates(lake)
                .withoutName()
                .forEach((name, folder) -> tables.put(name, StoredRows.ofDelta(name, folder)));
        return tables;
    }

    /** A table and the folder that has what it held. */
    private record Picture(StoredRows table, Path folder) {}
}
