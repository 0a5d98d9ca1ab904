package dev.lakelight.assertion;

import dev.lakelight.lake.Lake;
import dev.lakelight.project.ProjectFiles;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Assertions about rows that were read from a table in another way than as they are now: an older version, or its changes. */
public class ReadAssert extends AbstractRowsAssert<ReadAssert, Dataset<Row>> {

    private final String name;
    private final ProjectFiles files;

    ReadAssert(Dataset<Row> actual, String name, ProjectFiles files) {
        super(actual, ReadAssert.class);
        this.name = name;
        this.files = files;
    }

    @Override
    Dataset<Row> rows() {
        return actual;
    }

    @Override
    String tableName() {
        return name;
    }

    @Override
    Optional<Lake> lake() {
        return Lake.of(actual.sparkSession());
    }

    @Override
    ProjectFiles projectFiles() {
        return files;
    }
}
