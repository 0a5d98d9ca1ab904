package dev.lakelight.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The table function {@code read_files(path, name => value, ...)} over files that are there. */
final class ReadFiles {

    private static final String RESCUED = "rescuedDataColumn";

    /** Formats of which Databricks rescues what does not fit. */
    private static final Set<String> RESCUING = Set.of("csv", "json", "xml", "parquet", "avro");

    private final SparkSession session;
    private final String path;
    private final Map<String, String> options;

    private ReadFiles(SparkSession session, String path, Map<String, String> options) {
        this.session = session;
        this.path = path;
        this.options = options;
    }

    static ReadFiles of(List<Expression> arguments) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        for (Expression argument : arguments) {
            if (argument instanceof NamedArgumentExpression named) {
                options.put(named.key(), value(named.value()));
            } else if (options.put("path", value(argument)) != null) {
                throw DialectErrors.readFiles(
                        "one path is given by position, everything else by name, format => 'csv'");
            }
        }

        String path = options.remove("path");

        if (path == null) {
            throw DialectErrors.readFiles("no path is given. Write read_files('path', format => 'csv')");
        }

        SparkSession session = (SparkSession) org.apache.spark.sql.SparkSession.active();
        return new ReadFiles(session, path, options);
    }

    private static String value(Expression argument) {
        if (!argument.foldable()) {
            throw DialectErrors.readFiles("%s is not a constant".formatted(argument.sql()));
        }

        return String.valueOf(argument.eval(null));
    }

    LogicalPlan plan() {
        requireNothingToRescue();
        String format = options.containsKey("format") ? options.get("format") : FileFormats.of(session, path);
        Map<String, String> readerOptions = new LinkedHashMap<>(options);
        List.of(
                        "format",
                        "schema",
                        "schemaHints",
                        RESCUED,
                        "inferColumnTypes",
                        "fileNamePattern",
                        "schemaEvolutionMode")
                .forEach(name -> readerOptions.keySet().removeIf(name::equalsIgnoreCase));
        readerOptions.put("inferSchema", options.getOrDefault("inferColumnTypes", "true"));

        if (options.containsKey("fileNamePattern")) {
            readerOptions.put("pathGlobFilter", options.get("fileNamePattern"));
        }

        Dataset<Row> rows = rows(session.read().format(format).options(readerOptions));
        return ((org.apache.spark.sql.classic.Dataset<Row>) withRescued(rows, format)).logicalPlan();
    }

    private Dataset<Row> rows(DataFrameReader reader) {
        if (options.containsKey("schema")) {
            return reader.schema(options.get("schema")).load(path);
        }

        Dataset<Row> inferred = reader.load(path);

        if (!options.containsKey("schemaHints")) {
            return inferred;
        }

        StructType hints = StructType.fromDDL(options.get("schemaHints"));
        return reader.schema(hinted(inferred.schema(), hints)).load(path);
    }

    private static StructType hinted(StructType inferred, StructType hints) {
        Map<String, StructField> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List.of(hints.fields()).forEach(field -> fields.put(field.name(), field));
        StructType schema = new StructType();

        for (StructField field : inferred.fields()) {
            StructField hint = fields.remove(field.name());
            schema = schema.add(hint == null ? field : hint);
        }

        for (StructField added : fields.values()) {
            schema = schema.add(added);
        }

        return schema;
    }

    /**
     * Spark infers types that fit all rows, so there is nothing to be rescued; the column is there for those who name it. What does
     * not fit a given schema cannot be rescued.
     */
    private Dataset<Row> withRescued(Dataset<Row> rows, String format) {
        boolean wanted = isInferred()
                && RESCUING.contains(format.toLowerCase(Locale.ROOT))
                && !"none".equalsIgnoreCase(options.get("schemaEvolutionMode"));
        String name = options.getOrDefault(RESCUED, "_rescued_data");
        return wanted ? rows.withColumn(name, functions.lit(null).cast("string")) : rows;
    }

    private boolean isInferred() {
        return !options.containsKey("schema") && !options.containsKey("schemaHints");
    }

    private void requireNothingToRescue() {
        if (options.containsKey(RESCUED) && !isInferred()) {
            throw DialectErrors.readFiles(
                    "what does not fit a given schema cannot be rescued here. Leave rescuedDataColumn"
                            + " out, or the schema");
        }
    }
}
