package dev.lakelight.dialect;

import dev.lakelight.sql.SqlReference;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.HybridParameterContext;
import org.apache.spark.sql.catalyst.parser.NamedParameterContext;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.PositionalParameterContext;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.IntegralType;
import scala.jdk.javaapi.CollectionConverters;

/** The values of a statement's parameters, as literals: whatever a value holds, it stays one value. */
final class ParameterValues {

    private final Map<String, Expression> values = new HashMap<>();

    ParameterValues(ParameterContext parameters) {
        if (parameters instanceof NamedParameterContext named) {
            values.putAll(CollectionConverters.asJava(named.params()));
        } else if (parameters instanceof PositionalParameterContext positional) {
            number(CollectionConverters.asJava(positional.params()));
        } else if (parameters instanceof HybridParameterContext hybrid) {
            List<Expression> arguments = CollectionConverters.asJava(hybrid.args());
            number(arguments);
            name(arguments, CollectionConverters.asJava(hybrid.paramNames()));
        }
    }

    private void number(List<Expression> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            values.put(String.valueOf(i + 1), arguments.get(i));
        }
    }

    private void name(List<Expression> arguments, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), arguments.get(i));
        }
    }

    /** Return what is written for a parameter. */
    String literal(SqlReference marker) {
        return Optional.ofNullable(values.get(marker.name()))
                .map(ParameterValues::constant)
                .map(ParameterValues::written)
                .orElseThrow(() -> DialectErrors.noParameter(marker));
    }

    private static Literal constant(Expression value) {
        return value instanceof Literal literal ? literal : Literal.create(value.eval(null), value.dataType());
    }

    /** Delta's grammar takes numbers without the suffixes of their types. Two signs would begin a comment. */
    private static String written(Literal literal) {
        Object value = literal.value();

        if (value == null) {
            return "NULL";
        }

        if (value instanceof Decimal decimal) {
            return number(decimal.toJavaBigDecimal());
        }

        return literal.dataType() instanceof IntegralType ? number(new BigDecimal(value.toString())) : literal.sql();
    }

    private static String number(BigDecimal number) {
        return (number.signum() < 0 ? " " : "") + number.toPlainString();
    }
}
