package dev.lakelight.workspace.driver;

import dev.lakelight.lake.Lake;
import dev.lakelight.workspace.driver.StatementOrder.Parameter;
import dev.lakelight.workspace.driver.StatementResult.Column;
import dev.lakelight.workspace.driver.StatementResult.Cut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** Runs SQL statements on the lake of a driver, each in a session of its own. */
final class DriverStatements {

    private static final AtomicLong LAST = new AtomicLong();

    private final Lake lake;
    private final CancelledStatements cancelled;

    DriverStatements(Lake lake) {
        this.lake = lake;
        this.cancelled = new CancelledStatements(lake.session().sparkContext());
    }

    StatementResult run(StatementOrder order) throws InterruptedException {
        SparkSession session = ((org.apache.spark.sql.classic.SparkSession) lake.session()).newSession();
        String group = "lakelight-statement-" + LAST.incrementAndGet();
        SparkSession.setActiveSession(session);
        session.sparkContext().setJobGroup(group, group, false);

        try {
            return read(query(session, order), order);
        } catch (Exception e) {
            cancelled.cancel(group);

            if (Thread.interrupted()) {
                throw new CancellationException("The statement was cancelled.");
            }

            throw e;
        }
    }

    private static Dataset<Row> query(SparkSession session, StatementOrder order) {
        if (order.catalog() != null) {
            session.catalog().setCurrentCatalog(order.catalog());
        }

        if (order.schema() != null) {
            session.sql("USE SCHEMA `%s`".formatted(order.schema().replace("`", "``")));
        }

        return order.parameters().isEmpty()
                ? session.sql(order.sql())
                : session.sql(order.sql(), values(session, order.parameters()));
    }

    private static Map<String, @Nullable Object> values(SparkSession session, List<Parameter> parameters) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        parameters.forEach(each -> values.put(each.name(), value(session, each)));
        return values;
    }

    private static @Nullable Object value(SparkSession session, Parameter parameter) {
        String type = DataType.fromDDL(parameter.type()).sql();
        return parameter.value() == null
                ? null
                : session.sql("SELECT CAST(:value AS %s)".formatted(type), Map.of("value", parameter.value()))
                        .head()
                        .get(0);
    }

    private static StatementResult read(Dataset<Row> result, StatementOrder order) throws InterruptedException {
        StructField[] fields = result.schema().fields();
        List<Column> columns =
                Arrays.stream(fields).map(StatementColumns::column).toList();
        List<List<@Nullable String>> rows = new ArrayList<>();
        long bytes = 0;

        if (fields.length > 0) {
            Iterator<Row> iterator = StatementColumns.texts(result).toLocalIterator();

            while (iterator.hasNext()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }

                List<@Nullable String> row = texts(iterator.next());
                bytes += size(row);

                if (rows.size() >= order.rowLimit()) {
                    return new StatementResult(columns, rows, bytes, Cut.ROW_LIMIT);
                }

                if (bytes > order.byteLimit()) {
                    return new StatementResult(columns, rows, bytes, Cut.BYTE_LIMIT);
                }

                rows.add(row);
            }
        }

        return new StatementResult(columns, rows, bytes, Cut.NOTHING);
    }

    private static List<@Nullable String> texts(Row row) {
        List<@Nullable String> texts = new ArrayList<>();

        for (int i = 0; i < row.length(); i++) {
            texts.add(row.getString(i));
        }

        return texts;
    }

    private static long size(List<@Nullable String> row) {
        return row.stream()
                .mapToLong(text -> text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
