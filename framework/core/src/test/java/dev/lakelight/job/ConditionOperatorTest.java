package dev.lakelight.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conformance with what Databricks documents of condition tasks. */
class ConditionOperatorTest {

    @ParameterizedTest(name = "''{1}'' {0} ''{2}'': {3}")
    @CsvSource({
        "EQUAL_TO, 12, 12, true",
        "EQUAL_TO, 12.0, 12, false",
        "EQUAL_TO, a, A, false",
        "NOT_EQUAL, 12.0, 12, true",
        "NOT_EQUAL, a, a, false",
        "GREATER_THAN, 12.5, 12, true",
        "GREATER_THAN, 9, 12, false",
        "GREATER_THAN, 12.0, 12, false",
        "GREATER_THAN_OR_EQUAL, 12.0, 12, true",
        "GREATER_THAN_OR_EQUAL, -1, 0, false",
        "LESS_THAN, 9, 12, true",
        "LESS_THAN, 1e3, 999, false",
        "LESS_THAN_OR_EQUAL, 12, 12.0, true",
        "LESS_THAN_OR_EQUAL, 13, 12, false"
    })
    void comparesAsWritten(ConditionOperator operator, String left, String right, boolean expected) {
        assertThat(operator.holds(left, right)).isEqualTo(expected);
    }
}
