package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.RequiredCatalogs;
import dev.lakelight.sql.StatementReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.util.StringUtils;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code SHOW VOLUMES}: the folders of a schema's folder.
 *
 * @param of parts of the schema's name, none for the current one
 * @param pattern of names, as in {@code SHOW TABLES}
 */
record ShownVolumes(List<String> of, String pattern) implements DialectStatement {

    static boolean isOne(StatementReader reader) {
        return reader.at("SHOW", "VOLUMES");
    }

    static ShownVolumes read(String sql) {
        StatementReader reader = StatementReader.of(sql, "SHOW VOLUMES [IN schema] [LIKE 'pattern']");
        reader.require("SHOW", "VOLUMES");
        boolean named = reader.accept("IN") || reader.accept("FROM");
        List<String> schema = named ? Volume.parts(reader) : List.of();
        reader.accept("LIKE");
        String pattern = reader.atString() ? reader.string() : "*";
        reader.requireEnd();
        return new ShownVolumes(schema, pattern);
    }

    @Override
    public StructType schema() {
        return new StructType().add("database", "string", false).add("volume_name", "string", false);
    }

    @Override
    public List<Row> run(SparkSession session) {
        List<String> parts = Volume.qualified(of, 2, session);
        new RequiredCatalogs(new Catalogs(session)).require(parts.get(0));
        List<String> names = folders(new Path("/Volumes/" + String.join("/", parts)), session)
                .map(folder -> folder.getPath().getName())
                .toList();
        return CollectionConverters.asJava(StringUtils.filterPattern(
                        CollectionConverters.asScala(names).toSeq(), pattern))
                .stream()
                .sorted()
                .map(name -> RowFactory.create(parts.get(1), name))
                .toList();
    }

    private static Stream<FileStatus> folders(Path schema, SparkSession session) {
        try {
            return Arrays.stream(schema.getFileSystem(session.sessionState().newHadoopConf())
                            .listStatus(schema))
                    .filter(FileStatus::isDirectory);
        } catch (FileNotFoundException noVolumes) {
            return Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + schema, e);
        }
    }
}
