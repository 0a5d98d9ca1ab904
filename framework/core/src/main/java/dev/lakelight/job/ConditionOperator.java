package dev.lakelight.job;

import dev.lakelight.problem.UserError;
import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** How a condition task compares its sides. The first two compare text, {@code 12.0} is not {@code 12}; the others numbers. */
public enum ConditionOperator {
    EQUAL_TO,
    NOT_EQUAL,
    GREATER_THAN,
    GREATER_THAN_OR_EQUAL,
    LESS_THAN,
    LESS_THAN_OR_EQUAL;

    /**
     * Compare.
     *
     * @throws UserError when numbers are compared and a side is none
     */
    public boolean holds(String left, String right) {
        return switch (this) {
            case EQUAL_TO -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case GREATER_THAN -> compare(left, right, order -> order > 0);
            case GREATER_THAN_OR_EQUAL -> compare(left, right, order -> order >= 0);
            case LESS_THAN -> compare(left, right, order -> order < 0);
            case LESS_THAN_OR_EQUAL -> compare(left, right, order -> order <= 0);
        };
    }

    private boolean compare(String left, String right, IntPredicate wanted) {
        return wanted.test(number(left).compareTo(number(right)));
    }

    private BigDecimal number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new UserError(
                    "%s compares numbers, but '%s' is none. Compare text with EQUAL_TO or NOT_EQUAL, or correct the value."
                            .formatted(this, text),
                    e);
        }
    }
}
