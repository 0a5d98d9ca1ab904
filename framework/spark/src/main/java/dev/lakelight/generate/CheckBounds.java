package dev.lakelight.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.InSet;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.Length;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Solves what is simple in a condition that Spark has optimized: comparisons of a column or its length with a constant, {@code IN},
 * {@code BETWEEN}, {@code IS NOT NULL}, and these joined by {@code AND}, each also as {@code column IS NULL OR ...}. Whatever it does
 * not understand it leaves to trying: it narrows the columns' values and promises nothing.
 *
 * @param domains of the columns, by name in lower case
 */
record CheckBounds(Map<String, Domain> domains) {

    void narrow(Expression condition) {
        narrow(condition, domain -> domain.withNulls(0));
    }

    private void narrow(Expression condition, UnaryOperator<Domain> nulls) {
        if (condition instanceof And and) {
            narrow(and.left(), nulls);
            narrow(and.right(), nulls);
        } else if (condition instanceof Or or) {
            narrowOr(or.left(), or.right());
            narrowOr(or.right(), or.left());
        } else if (condition instanceof IsNotNull notNull && notNull.child() instanceof Attribute column) {
            change(column, nulls);
        } else if (condition instanceof In in && in.value() instanceof Attribute column) {
            chosen(column, CollectionConverters.asJava(in.list()).stream().map(CheckBounds::literal), nulls);
        } else if (condition instanceof InSet in && in.child() instanceof Attribute column) {
            chosen(column, CollectionConverters.asJava(in.hset()).stream().map(value -> value), nulls);
        } else if (condition instanceof BinaryComparison comparison) {
            compare(comparison, nulls);
        }
    }

    /** Of other alternatives nothing follows for all rows. */
    private void narrowOr(Expression isNull, Expression other) {
        boolean ofOneColumn = isNull instanceof IsNull absent
                && other.references().size() == 1
                && other.references().contains((Attribute) absent.child());

        if (ofOneColumn) {
            narrow(other, UnaryOperator.identity());
        }
    }

    private void compare(BinaryComparison comparison, UnaryOperator<Domain> nulls) {
        if (comparison.right() instanceof Literal constant && constant.value() != null) {
            compare(comparison.left(), comparison, constant.value(), nulls);
        } else if (comparison.left() instanceof Literal constant && constant.value() != null) {
            compare(comparison.right(), mirrored(comparison), constant.value(), nulls);
        }
    }

    private static Expression mirrored(BinaryComparison comparison) {
        Expression left = comparison.right();
        Expression right = comparison.left();

        if (comparison instanceof LessThan) {
            return new GreaterThan(left, right);
        }

        if (comparison instanceof LessThanOrEqual) {
            return new GreaterThanOrEqual(left, right);
        }

        if (comparison instanceof GreaterThan) {
            return new LessThan(left, right);
        }

        return comparison instanceof GreaterThanOrEqual ? new LessThanOrEqual(left, right) : comparison;
    }

    private void compare(Expression side, Expression comparison, Object constant, UnaryOperator<Domain> nulls) {
        if (side instanceof Length length
                && length.child() instanceof Attribute column
                && constant instanceof Integer size) {
            change(column, domain -> nulls.apply(length(domain, comparison, size)));
        } else if (side instanceof Attribute column && comparison instanceof EqualTo) {
            chosen(column, Stream.of(constant), nulls);
        } else if (side instanceof Attribute column) {
            Optional<BigDecimal> limit = CatalystValue.number(constant);
            change(
                    column,
                    domain -> nulls.apply(
                            limit.map(number -> limited(domain, comparison, number, step(column.dataType())))
                                    .orElse(domain)));
        }
    }

    private static Domain length(Domain domain, Expression comparison, int size) {
        return switch (comparison.getClass().getSimpleName()) {
            case "EqualTo" -> domain.longerThan(size).shorterThan(size);
            case "GreaterThan" -> domain.longerThan(size + 1);
            case "GreaterThanOrEqual" -> domain.longerThan(size);
            case "LessThan" -> domain.shorterThan(size - 1);
            case "LessThanOrEqual" -> domain.shorterThan(size);
            default -> domain;
        };
    }

    private static Domain limited(Domain domain, Expression comparison, BigDecimal limit, BigDecimal step) {
        return switch (comparison.getClass().getSimpleName()) {
            case "GreaterThan" -> domain.atLeast(limit.add(step));
            case "GreaterThanOrEqual" -> domain.atLeast(limit);
            case "LessThan" -> domain.atMost(limit.subtract(step));
            case "LessThanOrEqual" -> domain.atMost(limit);
            default -> domain;
        };
    }

    /** Return the distance to the next value. */
    private static BigDecimal step(DataType type) {
        if (type instanceof DecimalType decimal) {
            return BigDecimal.valueOf(1, decimal.scale());
        }

        return type instanceof DoubleType || type instanceof FloatType ? BigDecimal.ZERO : BigDecimal.ONE;
    }

    private void chosen(Attribute column, Stream<@Nullable Object> constants, UnaryOperator<Domain> nulls) {
        List<Object> values = constants
                .filter(Objects::nonNull)
                .flatMap(value -> CatalystValue.external(value, column.dataType()).stream())
                .sorted((left, right) -> left.toString().compareTo(right.toString()))
                .toList();
        change(column, domain -> nulls.apply(domain.oneOf(values)));
    }

    private static @Nullable Object literal(Expression expression) {
        return expression instanceof Literal constant ? constant.value() : null;
    }

    private void change(Attribute column, UnaryOperator<Domain> change) {
        domains.computeIfPresent(column.name().toLowerCase(Locale.ROOT), (name, domain) -> change.apply(domain));
    }
}
