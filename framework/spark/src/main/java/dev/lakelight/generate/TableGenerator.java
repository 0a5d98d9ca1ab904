package dev.lakelight.generate;

import dev.lakelight.problem.UserError;
import dev.lakelight.table.TableRows;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Generates the rows of a table. Row by row, each column has one edge value after the other, and random values when it has no more.
 * Simple constraints narrow the columns' values beforehand; a row that still breaks one, or has a key that is taken, is drawn again.
 * It runs in this JVM, without a Spark job.
 */
public final class TableGenerator {

    private final TableShape shape;
    private final GeneratedRows wish;
    private final Columns columns;
    private final Domains domains;
    private final RowChecks checks;
    private final RowDraft draft;
    private final ReferencedRows parents;

    private TableGenerator(
            TableShape shape, GeneratedRows wish, ReferencedRows parents, RowChecks checks, ZoneId zone) {
        this.shape = shape;
        this.wish = wish;
        this.parents = parents;
        this.columns = new Columns(shape.name(), shape.schema());
        this.checks = checks;
        this.domains = new Domains(shape, zone);
        checks.conditions().forEach(new CheckBounds(domains.byName())::narrow);
        domains.narrow(wish);
        this.draft = draft(new ValuesOfType(zone));
    }

    private RowDraft draft(ValuesOfType types) {
        List<ColumnValues> values = Arrays.stream(shape.schema().fields())
                .map(field -> shape.partitionColumns().contains(field.name())
                        ? types.partition(field, domains.of(field))
                        : types.column(field, domains.of(field)))
                .toList();
        return RowDraft.of(
                new Draw(wish.seed(), shape.name()), List.of(shape.schema().fieldNames()), values);
    }

    /**
     * Prepare to generate rows.
     *
     * @param shape of the table
     * @param wish of the user
     * @param parents what foreign keys to other tables refer to
     * @param session that reads constraints, and whose time zone counts
     * @throws UserError when the wish names a column that there is not, or values that it cannot have
     */
    public static TableGenerator of(
            TableShape shape, GeneratedRows wish, ReferencedRows parents, SparkSession session) {
        ZoneId zone = ZoneId.of(session.conf().get("spark.sql.session.timeZone"));
        return new TableGenerator(shape, wish, parents, RowChecks.of(shape, session), zone);
    }

    /**
     * Prepare to generate rows of a schema alone, for which no session is needed.
     *
     * @param table name of the table
     * @param zone in which years of timestamps have four digits
     * @throws UserError when the wish names a column that there is not, or values that it cannot have
     */
    public static TableGenerator of(
            String table, StructType schema, GeneratedRows wish, ReferencedRows parents, ZoneId zone) {
        TableShape shape = TableShape.of(table, schema);
        return new TableGenerator(shape, wish, parents, RowChecks.none(shape), zone);
    }

    /** Return the name of the table. */
    public String table() {
        return shape.name();
    }

    /** Return the columns that are generated. */
    public StructType schema() {
        return shape.schema();
    }

    /** Return the foreign keys, declared or wished for. */
    public List<Reference> references() {
        return Stream.concat(shape.references().stream(), wish.references().stream())
                .toList();
    }

    /** Return the columns of the primary key, or of the first other key; empty without any. */
    public List<String> primaryKey() {
        return Stream.concat(shape.uniqueKeys().stream(), wish.keys().stream())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Generate the rows.
     *
     * @throws UserError when constraints or keys leave no values, or there is nothing to refer to
     */
    public TableRows rows() {
        List<ForeignKey> foreignKeys =
                references().stream().map(this::foreignKey).toList();
        return new TableRows(shape.schema(), new RowSearch(shape, wish, draft, checks, keys(), foreignKeys).rows());
    }

    /** Return rows like one of this table, with a simpler value in a column, the simplest first. Keys to other tables stay. */
    public List<Row> simpler(Row row, int column) {
        Object value = row.get(column);
        boolean refers = references().stream()
                .flatMap(reference -> reference.columns().stream())
                .anyMatch(shape.schema().apply(column).name()::equalsIgnoreCase);

        if (value == null || refers) {
            return List.of();
        }

        return draft.values().get(column).simpler(value).stream()
                .map(simple -> with(row, column, simple))
                .toList();
    }

    /** Return whether rows keep the unique keys and the constraints. */
    public boolean allows(List<Row> rows) {
        return keys().stream().allMatch(key -> key.isUniqueIn(rows))
                && rows.stream().allMatch(row -> checks.brokenBy(row).isEmpty());
    }

    private List<UniqueKey> keys() {
        return Stream.concat(shape.uniqueKeys().stream(), wish.keys().stream())
                .map(names -> UniqueKey.of(names, columns))
                .toList();
    }

    private ForeignKey foreignKey(Reference reference) {
        List<Integer> referring = columns.indexesOf(reference.columns());
        double share = referring.stream()
                .map(shape.schema()::apply)
                .mapToDouble(field -> domains.of(field).nulls())
                .min()
                .orElse(0);

        if (reference.table().equalsIgnoreCase(shape.name())) {
            List<String> primary = shape.uniqueKeys().isEmpty()
                    ? List.of()
                    : shape.uniqueKeys().get(0);
            List<String> targets = reference.tableColumns().isEmpty() ? primary : reference.tableColumns();
            return new ForeignKey(referring, columns.indexesOf(targets), new ArrayList<>(), share);
        }

        StructType types =
                new StructType(referring.stream().map(shape.schema()::apply).toArray(StructField[]::new));
        List<Row> targets = parents.of(reference, types);

        if (targets.isEmpty() && share == 0 && wish.count() > 0) {
            throw new UserError(
                    "%s cannot be generated: %s must refer to %s, which has no rows. Give that table rows first."
                            .formatted(shape.name(), String.join(", ", reference.columns()), reference.table()));
        }

        return new ForeignKey(referring, List.of(), targets, targets.isEmpty() ? 1 : share);
    }

    private static Row with(Row row, int column, Object value) {
        @Nullable Object[] values = new Object[row.length()];
        Arrays.setAll(values, row::get);
        values[column] = value;
        return RowFactory.create(values);
    }
}
