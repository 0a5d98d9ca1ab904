package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.sql.StatementReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.util.QuotingUtils;
import org.apache.spark.sql.classic.SparkSession;

/**
 * {@code CONVERT TO DELTA parquet.`path`}. Delta lists the files by the path as it is written, and has the table at the place on the
 * disk where that leads: both have to be the latter.
 */
final class Conversion {

    private static final String FORM = "CONVERT TO DELTA parquet.`path`, or CONVERT TO DELTA table";
    private static final int PARTS_OF_TABLE = 3;

    private Conversion() {}

    static boolean isOne(StatementReader reader) {
        return reader.at("CONVERT", "TO", "DELTA");
    }

    /** Return the statement with the place on the disk, or with the name that a table has in Spark's session catalog. */
    static String withPlace(String sql, SparkSession session) {
        StatementReader reader = StatementReader.of(sql, FORM);
        reader.require("CONVERT", "TO", "DELTA");
        int start = reader.offset();
        List<String> parts = Volume.parts(reader);
        int end = start + reader.textSince(start).length();
        return sql.substring(0, start)
                + quoted(isPath(parts) ? onDisk(parts, session) : stored(parts, session))
                + sql.substring(end);
    }

    /** Return whether a name is that of a folder of Parquet files, in the form of a table's. */
    static boolean isPath(List<String> parts) {
        return parts.size() == 2
                && parts.get(0).equalsIgnoreCase("parquet")
                && parts.get(1).contains("/");
    }

    /** Return the name of such a folder with the place where its path leads to. */
    static List<String> onDisk(List<String> parts, SparkSession session) {
        try {
            // What file systems of a lake tell of logs is their place on the disk.
            Path log = new Path(parts.get(1), "_delta_log");
            Path place = log.getFileSystem(session.sessionState().newHadoopConf())
                    .makeQualified(log)
                    .getParent();
            return List.of(parts.get(0), place.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach " + parts.get(1), e);
        }
    }

    private static List<String> stored(List<String> parts, SparkSession session) {
        List<String> name = Volume.qualified(parts, PARTS_OF_TABLE, session);
        return name.size() == PARTS_OF_TABLE ? List.of(Catalogs.stored(name.get(0), name.get(1)), name.get(2)) : name;
    }

    private static String quoted(List<String> parts) {
        return parts.stream().map(QuotingUtils::quoteIdentifier).collect(Collectors.joining("."));
    }
}
