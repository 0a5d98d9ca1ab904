package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.problem.UserError;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** {@code USE CATALOG}, {@code CREATE CATALOG} and {@code DROP CATALOG}. */
final class CatalogStatements implements StatementBridge {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final String NAME = "(`[^`]+`|[\\w-]+)";
    private static final Pattern USE = Pattern.compile("USE\\s+CATALOG\\s+(.*)", FLAGS);
    private static final Pattern CREATE =
            Pattern.compile("CREATE\\s+CATALOG\\s+(IF\\s+NOT\\s+EXISTS\\s+)?" + NAME + "(?:\\s.*)?", FLAGS);
    private static final Pattern DROP =
            Pattern.compile("DROP\\s+CATALOG\\s+(IF\\s+EXISTS\\s+)?" + NAME + "(?:\\s+(RESTRICT|CASCADE))?\\s*", FLAGS);

    private final Catalogs catalogs;

    CatalogStatements(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public Optional<LogicalPlan> parse(String sql, Function<String, LogicalPlan> spark) {
        Matcher use = USE.matcher(sql);

        if (use.matches()) {
            catalogs.define();
            return Optional.of(spark.apply("SET CATALOG " + use.group(1)));
        }

        Matcher create = CREATE.matcher(sql);

        if (create.matches()) {
            return Optional.of(create(create, spark));
        }

        Matcher drop = DROP.matcher(sql);
        return drop.matches() ? Optional.of(drop(drop, spark)) : Optional.empty();
    }

    /** A catalog is there as soon as its schema {@code default} is. */
    private LogicalPlan create(Matcher create, Function<String, LogicalPlan> spark) {
        String name = name(create.group(2));
        catalogs.define();

        if (create.group(1) == null && catalogs.contains(name)) {
            throw new UserError(
                    "The catalog %s exists already. Write CREATE CATALOG IF NOT EXISTS %s.".formatted(name, name));
        }

        return spark.apply("CREATE SCHEMA IF NOT EXISTS spark_catalog." + Catalogs.stored(name, "default"));
    }

    private LogicalPlan drop(Matcher drop, Function<String, LogicalPlan> spark) {
        String name = name(drop.group(2));
        catalogs.define();

        if (!catalogs.contains(name)) {
            if (drop.group(1) != null) {
                return spark.apply("SHOW SCHEMAS IN spark_catalog LIKE ''");
            }

            throw new UserError(
                    "There is no catalog %s. Catalogs: %s.".formatted(name, String.join(", ", catalogs.names())));
        }

        return spark.apply("DROP SCHEMA IF EXISTS spark_catalog.%s %s"
                .formatted(Catalogs.stored(name, "default"), drop.group(3) == null ? "" : drop.group(3)));
    }

    private static String name(String written) {
        return written.startsWith("`") ? written.substring(1, written.length() - 1) : written;
    }
}
