package dev.lakelight.snapshot;

import static dev.lakelight.plan.PlanNode.seq;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.PartitionedFileUtil$;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.FileStatusWithMetadata;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.json.JsonFileFormat;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.CollectionConverters;

/** Reads the files of a log as Spark's tasks do, by Spark's file formats. */
final class LogFileReader {

    private final SparkSession session;

    LogFileReader(SparkSession session) {
        this.session = session;
    }

    /** Return the rows of all files of a relation, each with the version of its file behind its columns. */
    List<InternalRow> rows(LogicalRelation relation) {
        HadoopFsRelation files = (HadoopFsRelation) relation.relation();
        Function1<PartitionedFile, Iterator<InternalRow>> reader = reader(files);
        List<InternalRow> rows = new ArrayList<>();

        for (PartitionDirectory version :
                CollectionConverters.asJava(files.location().listFiles(seq(List.of()), seq(List.of())))) {
            for (FileStatusWithMetadata file : CollectionConverters.asJava(version.files())) {
                reader.apply(whole(file, version.values())).foreach(row -> rows.add(row.copy()));
            }
        }

        return rows;
    }

    private static PartitionedFile whole(FileStatusWithMetadata file, InternalRow version) {
        return PartitionedFileUtil$.MODULE$.getPartitionedFile(file, file.getPath(), version, 0, file.getLen());
    }

    @SuppressWarnings("unchecked") // Java sees Scala's type parameters of this method as raw.
    private static Map<String, String> withoutBatches(Map<String, String> options) {
        return (Map<String, String>) options.updated(FileFormat.OPTION_RETURNING_BATCH(), "false");
    }

    private Function1<PartitionedFile, Iterator<InternalRow>> reader(HadoopFsRelation files) {
        Map<String, String> options = withoutBatches(files.options());
        Configuration configuration = session.sessionState().newHadoopConfWithOptions(files.options());

        if (files.fileFormat() instanceof JsonFileFormat json) {
            var columns = json.buildReader(
                    session,
                    files.dataSchema(),
                    files.partitionSchema(),
                    files.dataSchema(),
                    seq(List.of()),
                    options,
                    configuration);
            return file -> columns.apply(file).map(row -> new JoinedRow(row, file.partitionValues()));
        }

        return files.fileFormat()
                .buildReaderWithPartitionValues(
                        session,
                        files.dataSchema(),
                        files.partitionSchema(),
                        files.dataSchema(),
                        seq(List.of()),
                        options,
                        configuration);
    }
}
