package dev.lakelight.assertion;

import dev.lakelight.lake.Lake;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Assertions about the rows and the schema of a dataset. Each computes it anew; nothing is cached. */
public class DatasetAssert extends AbstractRowsAssert<DatasetAssert, Dataset<Row>> {

    /** Look at a dataset. */
    public DatasetAssert(@Nullable Dataset<Row> actual) {
        super(actual, DatasetAssert.class);
    }

    @Override
    Dataset<Row> rows() {
        isNotNull();
        return actual;
    }

    @Override
    String tableName() {
        return "the dataset";
    }

    /** Datasets of a lake look where the lake looks, others in the project's usual folders. */
    @Override
    Optional<Lake> lake() {
        return Lake.of(rows().sparkSession());
    }

    @Override
    ProjectFiles projectFiles() {
        return lake().map(Lake::projectFiles).orElseGet(DatasetAssert::usualFolders);
    }

    private static ProjectFiles usualFolders() {
        Path base = Path.of(System.getProperty("lakelight.basedir", System.getProperty("basedir", "")));
        return ProjectFiles.of(base, List.of(Path.of("src/test/lakelight"), Path.of("src/test/resources")));
    }
}
