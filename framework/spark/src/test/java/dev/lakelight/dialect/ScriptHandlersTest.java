package dev.lakelight.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.TestLake;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A handler that is forgotten leaves a loop over a cursor without an end. */
@Timeout(300)
class ScriptHandlersTest {

    @RegisterExtension
    static final TestLake lake = new TestLake();

    private static final String NOT_FOUND = "DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = true;";
    private static final String BY_ZERO = "DECLARE CONTINUE HANDLER FOR DIVIDE_BY_ZERO SET total = total + 100;";
    private static final String ANY_ERROR = "DECLARE CONTINUE HANDLER FOR SQLEXCEPTION SET total = total + 1000;";

    /** Handlers of a block in which a cursor has three rows, each fetch is followed by an error, and what it has counted in the end. */
    static Stream<Arguments> handlers() {
        return Stream.of(
                arguments(NOT_FOUND + BY_ZERO, "400"),
                arguments(BY_ZERO + NOT_FOUND, "400"),
                arguments(NOT_FOUND + ANY_ERROR, "4000"),
                arguments(ANY_ERROR + NOT_FOUND, "4000"),
                arguments(ANY_ERROR + NOT_FOUND + BY_ZERO, "400"),
                arguments(NOT_FOUND + ANY_ERROR + "DECLARE EXIT HANDLER FOR SQLSTATE '02000' SELECT 'state';", "state"),
                arguments(
                        NOT_FOUND + ANY_ERROR + "DECLARE EXIT HANDLER FOR CURSOR_NO_MORE_ROWS SELECT 'condition';",
                        "condition"));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void forgetsNoHandlerOfABlock(String handlers, String total) {
        lake.notebook("a.sql", overACursor(handlers));

        NotebookRun run = lake.run("a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells().get(0).output().rows()).containsExactly(List.of(total));
    }

    @ParameterizedTest
    @CsvSource({"NOT FOUND, " + NOT_FOUND, "SQLEXCEPTION, " + ANY_ERROR})
    void refusesTwoHandlersForTheSame(String condition, String handler) {
        lake.notebook("a.sql", overACursor(handler + BY_ZERO + handler));

        assertThat(lake.run("a.sql").failure().orElseThrow())
                .hasMessage("a.sql:2 (cell 1) failed: [DUPLICATE_EXCEPTION_HANDLER.CONDITION] Found duplicate handlers."
                        + " Please, remove one of them. Found duplicate handlers for the same condition %s. SQLSTATE: 42734"
                                .formatted(condition));
    }

    private static String overACursor(String handlers) {
        return """
                BEGIN
                  DECLARE value, total INT DEFAULT 0;
                  DECLARE done BOOLEAN DEFAULT false;
                  DECLARE numbers CURSOR FOR SELECT id FROM range(3);
                  %s
                  OPEN numbers;
                  REPEAT FETCH numbers INTO value; SET value = 1 / 0; UNTIL done END REPEAT;
                  SELECT total;
                END
                """.formatted(handlers);
    }
}
