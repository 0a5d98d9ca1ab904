package dev.lakelight.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.ModuleRun.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written is read again as it was. */
class ModuleRunJsonTest {

    @Test
    void readsWhatItHasWritten() {
        SourceLocation place = new SourceLocation("silver/customers.sql", 3);
        CellRun cell = new CellRun(
                2,
                "sql",
                null,
                place,
                "SELECT '\ud800'\n-- \u00e4",
                Status.FAILED,
                Duration.ofMillis(1200),
                new TableSample(List.of("a"), List.of("int"), List.of(List.of("1")), true),
                "text\n",
                List.of(new Warning("careful", place)),
                new Problem("java.lang.IllegalStateException", "no", "at here", place));
        ModuleRun run = new ModuleRun(
                "silver/customers",
                null,
                Map.of("run_date", "2011-12-09"),
                Outcome.FAILED,
                Duration.ofSeconds(3),
                List.of(cell),
                null,
                cell.problem());

        String json = ModuleRunJson.write(run);

        assertThat(json).doesNotContain("\n");
        assertThat(ModuleRunJson.read(json)).isEqualTo(run);
    }

    @Test
    void refusesWhatIsNoRun() {
        assertThatThrownBy(() -> ModuleRunJson.read("{\"module\":\"m\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This is not the record of a run: Missing creator property");
    }
}
