package dev.lakelight.assertion;

import dev.lakelight.runtime.NotebookRun;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the run of a notebook or Java module. */
public class NotebookRunAssert extends AbstractAssert<NotebookRunAssert, NotebookRun> {

    private static final int LONGEST_CHAIN = 100;

    /** Look at a run. */
    public NotebookRunAssert(@Nullable NotebookRun actual) {
        super(actual, NotebookRunAssert.class);
    }

    /**
     * Verify that it ran to its end, or to its call of {@code dbutils.notebook.exit}.
     *
     * <pre>{@code
     * // passes when every cell does
     * assertThat(notebooks.run("pipelines/silver/customers.sql")).succeeded();
     *
     * // fails, and shows the cell that failed and why: it has a widget without a default
     * assertThat(notebooks.run("pipelines/silver/parameterized.sql")).succeeded();
     * }</pre>
     *
     * @throws AssertionError when it failed
     */
    public NotebookRunAssert succeeded() {
        isNotNull();

        if (!actual.succeeded()) {
            throw failure("%s failed".formatted(actual.record().module()));
        }

        return this;
    }

    /**
     * Verify that it failed, for whatever reason. Better say the reason, by {@link #failedWith}: a misspelled path would do here.
     *
     * <pre>{@code
     * // passes when the notebook refuses its input
     * assertThat(notebooks.run("pipelines/silver/customers.sql", Map.of("run_date", "never"))).failed();
     *
     * // fails
     * assertThat(notebooks.run("pipelines/silver/customers.sql", Map.of("run_date", "2011-12-09"))).failed();
     * }</pre>
     *
     * @throws AssertionError when it succeeded
     */
    public NotebookRunAssert failed() {
        isNotNull();

        if (actual.succeeded()) {
            throw failure("%s succeeded, but was expected to fail"
                    .formatted(actual.record().module()));
        }

        return this;
    }

    /**
     * Verify that it failed, and that the message of the failure or of one of its causes says so.
     *
     * <pre>{@code
     * // passes when the notebook raises: run_date 2011-12-32 is no date
     * assertThat(notebooks.run("pipelines/silver/customers.sql", Map.of("run_date", "2011-12-32"))).failedWith("no date");
     *
     * // fails
     * assertThat(notebooks.run("pipelines/silver/customers.sql", Map.of("run_date", "2011-12-32"))).failedWith("no table");
     * }</pre>
     *
     * @param part text that the message contains, letter case included
     * @throws AssertionError when it succeeded, or failed for another reason
     */
    public NotebookRunAssert failedWith(String part) {
        isNotNull();

        if (failureMessages().noneMatch(message -> message.contains(part))) {
            String how = actual.succeeded() ? "succeeded" : "failed";
            throw failure("%s %s, but was expected to fail with '%s'"
                    .formatted(actual.record().module(), how, part));
        }

        return this;
    }

    /**
     * Verify that it succeeded and handed this to {@code dbutils.notebook.exit}.
     *
     * <pre>{@code
     * // passes when the notebook ends with dbutils.notebook.exit("3 rows")
     * assertThat(notebooks.run("pipelines/silver/customers.sql")).hasExitValue("3 rows");
     *
     * // fails
     * assertThat(notebooks.run("pipelines/silver/customers.sql")).hasExitValue("ok");
     * }</pre>
     *
     * @throws AssertionError when it failed, exited with another value, or without any
     */
    public NotebookRunAssert hasExitValue(String expected) {
        succeeded();
        String found = actual.exitValue().map("'%s'"::formatted).orElse("no value");

        if (!actual.exitValue().filter(expected::equals).isPresent()) {
            throw failure("%s exited with %s, but '%s' was expected"
                    .formatted(actual.record().module(), found, expected));
        }

        return this;
    }

    /**
     * Verify that nothing in it has less effect here than on Databricks: no grant, no key that nothing enforces.
     *
     * <pre>{@code
     * // passes when the notebook does what it says, all of it
     * assertThat(notebooks.run("pipelines/silver/customers.sql")).hasNoWarnings();
     *
     * // fails, and shows the statements with their places
     * assertThat(notebooks.run("setup/grants.sql")).hasNoWarnings();
     * }</pre>
     *
     * @throws AssertionError when it has been warned
     */
    public NotebookRunAssert hasNoWarnings() {
        isNotNull();

        if (!actual.warnings().isEmpty()) {
            throw Messages.error(
                    info.descriptionText(), Messages.warned(actual.record().module(), actual.warnings()));
        }

        return this;
    }

    /**
     * Verify that it was warned, and that one of the warnings says so. Warnings of statements that are recorded name the statement.
     *
     * <pre>{@code
     * // passes when the notebook has this statement
     * assertThat(notebooks.run("setup/grants.sql")).hasWarning("GRANT SELECT ON TABLE silver.customers");
     *
     * // fails
     * assertThat(notebooks.run("setup/grants.sql")).hasWarning("GRANT SELECT ON TABLE silver.orders");
     * }</pre>
     *
     * @param part text that the warning contains, letter case included
     * @throws AssertionError when no warning says so
     */
    public NotebookRunAssert hasWarning(String part) {
        isNotNull();

        if (actual.warnings().stream().noneMatch(warning -> warning.text().contains(part))) {
            throw Messages.error(
                    info.descriptionText(), Messages.noWarning(actual.record().module(), part, actual.warnings()));
        }

        return this;
    }

    /** Spark wraps what goes wrong in a task, and users know what went wrong. */
    private Stream<String> failureMessages() {
        return Stream.iterate(actual.failure().orElse(null), Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull);
    }

    private AssertionError failure(String sentence) {
        String message = RunText.of(sentence, actual.record(), actual.unreadParameters());
        AssertionError error = Messages.error(info.descriptionText(), message);
        actual.failure().ifPresent(error::initCause);
        return error;
    }
}
