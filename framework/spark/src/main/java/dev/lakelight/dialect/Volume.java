package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.RequiredCatalogs;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * {@code CREATE VOLUME} and {@code DROP VOLUME}: a volume is the folder {@code /Volumes/catalog/schema/volume} of the lake.
 *
 * @param name parts as they are written, without quotes
 * @param action what is done
 */
record Volume(List<String> name, Action action) implements DialectStatement {

    private static final int ALL_PARTS = 3;

    /** What is done with a volume. */
    enum Action {
        CREATE,
        DROP,
        DROP_IF_EXISTS
    }

    static boolean isOne(StatementReader reader) {
        return reader.at("CREATE", "VOLUME")
                || reader.at("CREATE", "EXTERNAL", "VOLUME")
                || reader.at("DROP", "VOLUME");
    }

    static Volume read(String sql) {
        StatementReader reader = StatementReader.of(sql, "CREATE VOLUME name, or DROP VOLUME name");

        if (reader.accept("DROP", "VOLUME")) {
            boolean optional = reader.accept("IF", "EXISTS");
            return new Volume(parts(reader), optional ? Action.DROP_IF_EXISTS : Action.DROP);
        }

        if (reader.at("CREATE", "EXTERNAL")) {
            throw external(reader);
        }

        reader.require("CREATE", "VOLUME");
        reader.accept("IF", "NOT", "EXISTS");
        return new Volume(parts(reader), Action.CREATE);
    }

    private static SqlSyntaxError external(StatementReader reader) {
        return reader.refused(
                "CREATE EXTERNAL VOLUME cannot be run here",
                "A volume is a folder of the lake. Leave EXTERNAL and LOCATION out, and put its files into /Volumes.");
    }

    static List<String> parts(StatementReader reader) {
        List<String> parts = new ArrayList<>();

        do {
            parts.add(reader.namePart());
        } while (reader.accept('.'));

        return parts;
    }

    @Override
    public StructType schema() {
        return new StructType();
    }

    @Override
    public List<Row> run(SparkSession session) {
        List<String> parts = qualified(name, ALL_PARTS, session);
        requireName(parts);
        new RequiredCatalogs(new Catalogs(session)).require(parts.get(0));
        Path folder = new Path("/Volumes/" + String.join("/", parts));

        try {
            FileSystem files = folder.getFileSystem(session.sessionState().newHadoopConf());

            if (action == Action.CREATE) {
                files.mkdirs(folder);
            } else if (!files.delete(folder, true) && action == Action.DROP) {
                throw DialectErrors.noVolume(String.join(".", name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot change the volume " + folder, e);
        }

        return List.of();
    }

    /** Each part is the name of a folder. */
    private static void requireName(List<String> parts) {
        if (parts.size() != ALL_PARTS || parts.stream().anyMatch(part -> part.contains("/") || part.matches("\\.*"))) {
            throw DialectErrors.notAVolume(String.join(".", parts));
        }
    }

    /** Complete a name to so many parts by the current catalog and schema. */
    static List<String> qualified(List<String> name, int wanted, SparkSession session) {
        if (name.size() >= wanted) {
            return name;
        }

        Row current = session.sql("SELECT current_catalog(), current_schema()").head();
        List<String> parts = new ArrayList<>(List.of(current.getString(0), current.getString(1)));
        parts.subList(wanted - name.size(), parts.size()).clear();
        parts.addAll(name);
        return parts;
    }
}
